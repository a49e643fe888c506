package dev.partnerattribution.internal.options;

/**
 * The parameters of our Maven plugin that are no options of the agent. They have the same prefix, and Maven hands those of its
 * command line down to the JVMs of tests, where they say nothing.
 */
final class MavenParameters {
    private static final String[] NAMES = {
        "beside-others",
        "fail-on",
        "fill-placeholders",
        "name",
        "opt-out-parameter",
        "property-name",
        "skip",
        "templates",
        "weave.classifier",
        "weave.id-at-run-time",
        "weave.input",
        "weave.strip-signatures"
    };

    private MavenParameters() {}

    /** @param name without the prefix */
    static boolean isOne(String name) {
        for (String each : NAMES) {
            if (each.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
