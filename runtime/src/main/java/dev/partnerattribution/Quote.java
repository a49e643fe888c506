package dev.partnerattribution;

/** Foreign text in a message: in quotes, on one line, printable, and short whatever its length was. */
final class Quote {
    private static final int SHOWN = 60;

    private Quote() {}

    static String of(String text) {
        return Sanitizer.quoted(text, SHOWN);
    }
}
