package dev.partnerattribution.cli.report.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the page writes them. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private Words() {}

    /** In UTC, to the second. */
    static String time(long milliseconds) {
        return day(milliseconds) + " " + clock(milliseconds) + " UTC";
    }

    /** Such as "25 November 2026, 18:00:00 to 18:05:10 UTC". */
    static String span(long from, long to) {
        if (clock(from).equals(clock(to)) && day(from).equals(day(to))) {
            return time(from);
        }
        return day(from).equals(day(to))
                ? day(from) + ", " + clock(from) + " to " + clock(to) + " UTC"
                : time(from) + " to " + time(to);
    }

    private static String day(long milliseconds) {
        return DAY.format(Instant.ofEpochMilli(milliseconds).atOffset(ZoneOffset.UTC));
    }

    private static String clock(long milliseconds) {
        return TIME.format(Instant.ofEpochMilli(milliseconds).atOffset(ZoneOffset.UTC));
    }
}
