package dev.partnerattribution.cli.report.receipts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Times as receipts have them: milliseconds of the epoch, from its beginning to the year 9999. */
public final class Times {
    /** What every reader of receipts takes: no other zone, no leap second, no end of a day as 24:00. */
    private static final Pattern UTC =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,9})?Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final String FORM = "0000-00-00T00:00:00.000Z";
    private static final long MILLISECONDS_OF_DAY = 86_400_000;

    private Times() {}

    /**
     * Returns the time that a text says.
     *
     * @throws MalformedReceiptException if it says none
     */
    public static long milliseconds(String text) throws MalformedReceiptException {
        try {
            if (isOfForm(text)) {
                return ofForm(text);
            }
            if (UTC.matcher(text).matches()) {
                Instant time = Instant.parse(text);
                if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST)) {
                    return time.toEpochMilli();
                }
            }
        } catch (DateTimeException malformed) {
            // Told below.
        }
        throw new MalformedReceiptException("time is no time like 2026-11-25T18:00:00Z");
    }

    /** Whether it is as our own writer has it, in this century or the last, which is read ten times as fast. */
    private static boolean isOfForm(String text) {
        if (text.length() != FORM.length() || !(text.startsWith("20") || text.startsWith("19"))) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            if (FORM.charAt(i) == '0' ? c < '0' || c > '9' : c != FORM.charAt(i)) {
                return false;
            }
        }
        return digits(text, 0, 4) >= 1970
                && digits(text, 11, 13) < 24
                && digits(text, 14, 16) < 60
                && digits(text, 17, 19) < 60;
    }

    private static long ofForm(String text) {
        LocalDate day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        int minutes = 60 * digits(text, 11, 13) + digits(text, 14, 16);
        return MILLISECONDS_OF_DAY * day.toEpochDay()
                + 1000L * (60L * minutes + digits(text, 17, 19))
                + digits(text, 20, 23);
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
