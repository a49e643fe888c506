package dev.partnerattribution.templates;

import java.util.Locale;

/** What can be wrong with a template. The IDs never change their meaning, and none is used again. */
public enum Rule {
    UNREADABLE(
            "PAT001",
            Level.ERROR,
            "The file is meant as a template and can't be read.",
            "Correct it at the place that is named."),
    UNKNOWN_SCOPE(
            "PAT002",
            Level.ERROR,
            "Nothing that is known says what the template deploys to.",
            "Give it the $schema (in Bicep the targetScope) of a resource group, subscription, management group or tenant."),
    MISSING_PID(
            "PAT003",
            Level.ERROR,
            "The main template has no pid deployment, so nothing that it deploys is attributed.",
            "Stamp it."),
    MALFORMED_ID(
            "PAT004",
            Level.ERROR,
            "The name of the pid deployment is no tracking ID.",
            "Name it pid- and the registered GUID, or by the whole ID that Partner Center shows."),
    PLACEHOLDER_ID(
            "PAT005",
            Level.ERROR,
            "A placeholder, a printed sample or another tool's own ID stands where the tracking ID belongs.",
            "Put in the GUID that you registered in Partner Center."),
    DOUBTFUL_ID(
            "PAT006",
            Level.WARNING,
            "The tracking ID is well-formed but looks made up.",
            "Compare it with the GUID that you registered in Partner Center."),
    NOT_LITERAL(
            "PAT007",
            Level.ERROR,
            "The name is given by a variable, parameter or function, and Microsoft asks for the ID itself.",
            "Write the ID as the name, where others are told apart by it with a suffix: "
                    + "pid-<GUID>-${uniqueString(deployment().name, deployment().location)}."),
    NESTED_PID(
            "PAT008",
            Level.ERROR,
            "The pid deployment is in a nested template.",
            "Move it to the resources of the main template."),
    LINKED_PID(
            "PAT009",
            Level.ERROR,
            "The pid deployment is in a template that another one deploys.",
            "Move it to the main template."),
    MISSING_LOCATION(
            "PAT010",
            Level.ERROR,
            "Above resource groups a deployment needs a location, and fails without one.",
            "Add \"location\": \"[deployment().location]\", in Bicep location: deployment().location."),
    COMMENTS(
            "PAT011",
            Level.ERROR,
            "The marketplace's main template has comments, and Microsoft asks to remove them all.",
            "Remove the comments from mainTemplate.json."),
    DUPLICATE_PID(
            "PAT012",
            Level.ERROR,
            "Two deployments have the same name, and a template can't deploy one name twice.",
            "Remove one of them."),
    COMPETING_PID(
            "PAT013",
            Level.WARNING,
            "The template has a second tracking ID. It is legal, and nobody says which one is credited.",
            "Leave one, unless both partners are meant."),
    NOT_EMPTY(
            "PAT014",
            Level.ERROR,
            "The pid deployment is not an empty one: it deploys something, or has no template.",
            "Give it a template without resources, and deploy what was in it by a deployment of another name."),
    NOT_INCREMENTAL(
            "PAT015",
            Level.ERROR,
            "The pid deployment's mode is not Incremental; a nested deployment can have no other.",
            "Write \"mode\": \"Incremental\"."),
    WRONG_TYPE(
            "PAT016",
            Level.ERROR,
            "A resource that is named by a tracking ID is of another type, so it attributes nothing.",
            "Give it the type Microsoft.Resources/deployments; the last letter counts."),
    SUFFIXED_NAME(
            "PAT017",
            Level.NOTE,
            "The name goes on after the tracking ID. Microsoft's own landing zones do it; it is not documented.",
            "Nothing has to be done; above resource groups the suffix is what lets it be deployed to two regions."),
    OTHER_ID(
            "PAT018",
            Level.ERROR,
            "The template has a tracking ID, and not the one that was asked for.",
            "Compare the two; where both partners are meant, stamp yours beside the other."),
    UNDER_REPORTED(
            "PAT019",
            Level.NOTE,
            "Microsoft says that the usage of this type is under-reported by attribution.",
            "Nothing can be done in the template; expect less than the real usage."),
    NO_MAIN_TEMPLATE(
            "PAT020",
            Level.ERROR,
            "The managed application's package has no mainTemplate.json at its top.",
            "Put mainTemplate.json into the zip itself, not into a folder in it."),
    NAME_TOO_LONG(
            "PAT021",
            Level.ERROR,
            "The name of the pid deployment has more than 64 characters, and is never deployed.",
            "Shorten what comes behind the ID, such as by take(uniqueString(…), 9)."),
    REPEATED_NAME(
            "PAT022",
            Level.ERROR,
            "The pid deployment is in a loop and has the same name in each turn, so the second one fails.",
            "Take it out of the loop."),
    REGION_BOUND(
            "PAT023",
            Level.NOTE,
            "Above resource groups a bare ID as the name fails in a second region, or while another deployment runs.",
            "Name it pid-<GUID>-${uniqueString(deployment().name, deployment().location)}; stamping does."),
    SPEC_ELSEWHERE(
            "PAT024",
            Level.NOTE,
            "The template of this template spec stands in another file, or in Bicep, so nothing in it was checked.",
            "Check, and stamp, the file that it comes from.");

    /** How much a finding matters: the highest first. */
    public enum Level {
        /** Attribution or the deployment fails. */
        ERROR,
        /** It may. */
        WARNING,
        /** Good to know. */
        NOTE;

        /** As SARIF writes it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String id;
    private final Level level;
    private final String why;
    private final String fix;

    Rule(String id, Level level, String why, String fix) {
        this.id = id;
        this.level = level;
        this.why = why;
        this.fix = fix;
    }

    /** The stable ID, such as {@code PAT003}. */
    public String id() {
        return id;
    }

    /** The name in words, such as {@code missing-pid}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Level level() {
        return level;
    }

    /** What is wrong, and why it matters. */
    public String why() {
        return why;
    }

    /** Where the documentation says more, from the project's own folder. */
    public String page() {
        return "docs/rules/" + id + ".md";
    }

    /** What to do. */
    public String fix() {
        return fix;
    }
}
