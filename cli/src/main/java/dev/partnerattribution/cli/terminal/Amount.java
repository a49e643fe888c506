package dev.partnerattribution.cli.terminal;

import java.util.Locale;

/** Numbers of things, in words. */
public final class Amount {
    private Amount() {}

    /** Returns a number such as "12,345". */
    public static String of(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** Returns such as "1 request" or "2 requests". */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /** Returns such as "1 class" or "2 classes". */
    public static String of(long number, String one, String several) {
        return of(number) + " " + (number == 1 ? one : several);
    }
}
