package dev.partnerattribution.cli.terminal;

import java.util.stream.Collectors;

/** Makes text of strangers, such as the names of files, safe to print: nothing in it is obeyed by a terminal. */
public final class Sanitizer {
    private Sanitizer() {}

    /** Returns one line, with each control and format character as its code, such as {@code \u001b}. */
    public static String line(String text) {
        return dev.partnerattribution.templates.internal.output.Sanitizer.line(text);
    }

    /** Returns the same of each of its lines. */
    public static String lines(String text) {
        return text.lines().map(Sanitizer::line).collect(Collectors.joining("\n"));
    }
}
