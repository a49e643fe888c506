package dev.partnerattribution.templates.internal.output;

/** Makes text of strangers, such as the names of zip entries, safe to print: one line, and nothing that a terminal obeys. */
public final class Sanitizer {
    private Sanitizer() {}

    /** Returns the text with each control and format character as its code, such as {@code \u001b}. */
    public static String line(String text) {
        if (text.codePoints().noneMatch(Sanitizer::isUnsafe)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> safe.append(isUnsafe(c) ? String.format("\\u%04x", c) : Character.toString(c)));
        return safe.toString();
    }

    /** Among the format characters are those that turn the direction of writing around. */
    private static boolean isUnsafe(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
