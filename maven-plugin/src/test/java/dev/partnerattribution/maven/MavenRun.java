package dev.partnerattribution.maven;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Maven that built several projects said of each.
 *
 * @param log all that it printed
 */
record MavenRun(String log) {
    /** Whether this project was built to its end. */
    boolean succeeded(FreshProject project) {
        return Pattern.compile("(?m)^\\[INFO] " + Pattern.quote(project.name()) + " \\.+ SUCCESS ")
                .matcher(log)
                .find();
    }

    /** Why the plugin failed this project's build, as Maven tells it at the end. */
    String failure(FreshProject project) {
        Matcher told = Pattern.compile(
                        "(?s)\\[ERROR] Failed to execute goal dev\\.partnerattribution:[^ ]+ \\([^)]*\\) on project "
                                + Pattern.quote(project.name()) + ": (.*?) -> \\[Help ")
                .matcher(log);
        if (!told.find()) {
            throw new AssertionError("our plugin did not fail " + project.name() + ":\n" + log);
        }
        return told.group(1);
    }
}
