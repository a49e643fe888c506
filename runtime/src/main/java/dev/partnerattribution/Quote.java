package dev.partnerattribution;

/** Foreign text in a message: in quotes, on one line, printable, and short whatever its length was. */
final class Quote {
    private static final int SHOWN = 60;

    private Quote() {}

    static String of(String text) {
        StringBuilder quoted = new StringBuilder(SHOWN + 8).append('"');
        for (int i = 0; i < Math.min(text.length(), SHOWN); i++) {
            char c = text.charAt(i);
            if (c == ' ' || Ascii.isPrintable(c)) {
                quoted.append(c);
            } else {
                quoted.append(String.format("\\u%04x", (int) c));
            }
        }
        return quoted.append(text.length() > SHOWN ? "...\"" : "\"").toString();
    }
}
