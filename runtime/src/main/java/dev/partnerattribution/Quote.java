package dev.partnerattribution;

import java.util.Locale;

/** Foreign text in a message: in quotes, on one line, printable, and short whatever its length was. */
final class Quote {
    private static final int SHOWN = 60;

    private Quote() {}

    static String of(String text) {
        StringBuilder quoted = new StringBuilder(SHOWN + 8).append('"');
        int i = 0;
        for (; i < text.length() && quoted.length() <= SHOWN; i++) {
            char c = text.charAt(i);
            if (c == ' ' || Ascii.isPrintable(c)) {
                quoted.append(c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return quoted.append(i < text.length() ? "...\"" : "\"").toString();
    }
}
