package dev.partnerattribution.templates.internal.evaluation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words in the expression of an empty deployment's name by which it can hardly be anything but a pid deployment. */
final class Hint {
    private static final Set<String> WORDS = Set.of(
            "pid", "pids", "track", "tracking", "trackingid", "trackingguid", "attribution", "cua", "cuaid", "cuaids");

    /** {@code trackingId} has two, {@code CUAId} as well, and {@code rapidPolicyDelay} three. */
    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");

    private Hint() {}

    static boolean isIn(String expression) {
        Matcher word = WORD.matcher(expression);
        while (word.find()) {
            if (WORDS.contains(word.group().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
