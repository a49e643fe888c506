package dev.partnerattribution.internal.diagnostics;

/** Foreign text in a message: in quotes, on one line, printable, and short whatever its length was. */
public final class Quote {
    private static final int SHOWN = 60;

    private Quote() {}

    public static String of(String text) {
        return Sanitizer.quoted(text, SHOWN);
    }
}
