package dev.partnerattribution;

/** Rejects a name that is not known, lists those that are, and guesses which was meant. */
final class UnknownOption {
    private static final int FARTHEST_GUESS = 3;

    private UnknownOption() {}

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
