package dev.partnerattribution.cli.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** The level of each finding in its color, where somebody looks at it. {@code NO_COLOR} is respected. */
final class Colors {
    private static final Pattern LEVEL = Pattern.compile("(?m)^(.*?:\\d+:\\d+: )(error|warning|note)( PAT\\d{3} )");

    private Colors() {}

    static String of(String report) {
        return CommandLine.Help.Ansi.AUTO.enabled() ? colored(report) : report;
    }

    static String colored(String report) {
        return LEVEL.matcher(report).replaceAll(found -> {
            String color =
                    switch (found.group(2)) {
                        case "error" -> "31";
                        case "warning" -> "33";
                        default -> "36";
                    };
            // What the text holds can't be an escape sequence: the report has none.
            return Matcher.quoteReplacement(
                    found.group(1) + "\u001b[" + color + "m" + found.group(2) + "\u001b[0m" + found.group(3));
        });
    }
}
