package dev.partnerattribution.internal.options;

import dev.partnerattribution.internal.diagnostics.Ascii;
import dev.partnerattribution.internal.diagnostics.Quote;

/** Rejects a name that is not known, lists those that are, and guesses which was meant. */
final class UnknownOption {
    private static final int FARTHEST_GUESS = 3;
    private static final int LONGEST_NEAR = 16;

    /** What else somebody may write who wants to opt out. */
    private static final String[] MEANING_OPT_OUT = {"optout", "optedout", "off", "disable", "disabled"};

    private UnknownOption() {}

    /** Whether this is the opt-out with other signs between its words, with one letter wrong or two swapped, or in other words. */
    static boolean isNearlyOptOut(String name) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < name.length() && letters.length() < LONGEST_NEAR; i++) {
            if (Ascii.isLetterOrDigit(name.charAt(i))) {
                letters.append(Character.toLowerCase(name.charAt(i)));
            }
        }
        String word = letters.toString();
        for (String meaning : MEANING_OPT_OUT) {
            if (word.equals(meaning)) {
                return true;
            }
        }
        return distance(word, MEANING_OPT_OUT[0]) == 1 || isSwapped(word, MEANING_OPT_OUT[0]);
    }

    private static boolean isSwapped(String a, String b) {
        for (int i = 0; a.length() == b.length() && i + 1 < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                String swapped = a.substring(0, i) + a.charAt(i + 1) + a.charAt(i) + a.substring(i + 2);
                return swapped.equals(b);
            }
        }
        return false;
    }

    static IllegalArgumentException of(String kind, String name, String[] known) {
        StringBuilder message = new StringBuilder("unknown ")
                .append(kind)
                .append(' ')
                .append(Quote.of(name))
                .append("; known: ");
        String nearest = known[0];
        for (int i = 0; i < known.length; i++) {
            message.append(i == 0 ? "" : ", ").append(known[i]);
            nearest = distance(name, known[i]) < distance(name, nearest) ? known[i] : nearest;
        }
        if (distance(name, nearest) <= FARTHEST_GUESS) {
            message.append("; did you mean \"").append(nearest).append("\"?");
        }
        return new IllegalArgumentException(message.toString());
    }

    /** How many letters to add, drop or replace to make one of the other; far too many for a name of absurd length. */
    private static int distance(String a, String b) {
        if (a.length() > b.length() + FARTHEST_GUESS) {
            return a.length();
        }
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
