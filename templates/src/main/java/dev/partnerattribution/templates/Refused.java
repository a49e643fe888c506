package dev.partnerattribution.templates;

/**
 * The file stays as it is, for a reason.
 *
 * @param position where the reason stands; 1:1 if it is the file as a whole
 */
public record Refused(String file, Reason reason, Position position, String message) implements StampOutcome {
    /** Why a file is refused. */
    public enum Reason {
        UNREADABLE(
                "It can't be read: not JSON even with comments, line breaks in strings and trailing commas, which Azure "
                        + "Resource Manager takes; not Bicep; not UTF-8; or larger than 16 MiB."),
        NOT_A_TEMPLATE("It is a createUiDefinition, a viewDefinition, a parameters file or something else: "
                + "it holds no resources that could be attributed."),
        UNKNOWN_SCOPE("Its $schema or targetScope is missing or not known, so nobody can tell whether the deployment "
                + "needs a location."),
        NO_RESOURCES("It has no resources section, or two, or one that is not a list."),
        COMPILED_TEMPLATE("Bicep compiled it from a file that lies beside it: the next build would write it anew."),
        SPEC_ELSEWHERE(
                "It only publishes template specs, whose templates come from other files, or are written in Bicep: "
                        + "the ID goes into those."),
        LINKED_TEMPLATE("It is in a folder of linked templates, or another of the files deploys it: "
                + "the ID goes into the main template only."),
        NESTED_PID(
                "A pid deployment is in a nested template, where it must not be. Beside it, a second one would deploy "
                        + "the same name twice, or compete."),
        OTHER_PID("Another partner's ID is in the template. Nobody but you can say whether it may be joined."),
        UNRESOLVED_PID("A pid deployment is there, and what its name becomes is known only when it is deployed. "
                + "It may be anybody's, so it is never written over."),
        PLACEHOLDER_PID(
                "A placeholder or printed sample stands where the ID belongs, and it may be filled in elsewhere, "
                        + "such as by a release pipeline."),
        MALFORMED_PID("Something that is no tracking ID stands where the ID belongs."),
        SEVERAL_PIDS("Several pid deployments could be the one to write the ID into."),
        NAME_TOO_LONG("The ID has more than the 64 characters that the name of a deployment may have.");

        private final String description;

        Reason(String description) {
            this.description = description;
        }

        /** The reason in general, as the documentation says it. */
        public String description() {
            return description;
        }
    }
}
