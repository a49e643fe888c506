package dev.partnerattribution.internal.options;

import dev.partnerattribution.internal.diagnostics.Quote;
import java.io.File;

/** A file of options that the agent could not read when it started. */
final class UnreadConfig {
    private UnreadConfig() {}

    /** Rejects the option that names it, which a file of options must not hold either. */
    static IllegalArgumentException of(String option) {
        String name = option.substring(option.indexOf('=') + 1).trim();
        return new IllegalArgumentException("agent option config: "
                + (option.indexOf('=') < 0 ? "it names no file" : Quote.of(name) + " " + why(new File(name)))
                + ": write config= and a text file in UTF-8 with one option a line, and no config in it");
    }

    private static String why(File file) {
        if (!file.exists()) {
            return "is not there (" + file.getAbsolutePath() + ")";
        }
        return file.canRead() && file.isFile() ? "was not taken" : "can't be read";
    }
}
