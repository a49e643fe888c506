package dev.partnerattribution.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** The agent's options where some stand in a file, named by {@code config=FILE}: one a line, in UTF-8, and comments behind {@code #}. */
final class OptionsFile {
    /** What names it, among the options. */
    static final String OPTION = "config=";

    private OptionsFile() {}

    /** The options with those of the file in place of its name, which stays where the file can't be read: that is told as a mistake. */
    static String expanded(String options) {
        List<String> all = new ArrayList<>();
        for (String option : options.split(",", -1)) {
            String trimmed = option.trim();
            if (trimmed.startsWith(OPTION)) {
                addAll(trimmed, all);
            } else {
                all.add(option);
            }
        }
        return String.join(",", all);
    }

    private static void addAll(String option, List<String> all) {
        try {
            String file = option.substring(OPTION.length()).trim();
            for (String line : Files.readAllLines(Paths.get(file), StandardCharsets.UTF_8)) {
                String trimmed = line.trim();
                if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
                    all.add(trimmed);
                }
            }
        } catch (IOException | RuntimeException e) {
            all.add(option);
        }
    }
}
