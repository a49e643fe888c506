package dev.partnerattribution.cli.report;

/**
 * Texts from receipts as they may be shown: characters that one can't see, or that change the order of others, as their numbers;
 * what is longer than anyone reads, cut.
 */
final class Shown {
    private static final int LONGEST = 300;

    private Shown() {}

    static String of(String text) {
        return text.length() <= LONGEST && text.chars().allMatch(c -> c >= ' ' && c <= '~') ? text : revealed(text);
    }

    private static String revealed(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isHidden(c)) {
                shown.append(String.format("\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return text.length() <= LONGEST ? shown.toString() : shown + "… (" + text.length() + " characters)";
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
