package dev.partnerattribution.internal.receipts;

import java.time.Instant;

/** Times as RFC 3339 writes them, in UTC and to the millisecond. Remembers the last second. Not thread-safe. */
final class Timestamp {
    private static final int SECOND = 1000;

    private long second = Long.MIN_VALUE;
    private String prefix = "";

    /** {@code milliseconds} since 1970. */
    String of(long milliseconds) {
        long itsSecond = Math.floorDiv(milliseconds, (long) SECOND);
        if (itsSecond != second) {
            String whole = Instant.ofEpochSecond(itsSecond).toString();
            prefix = whole.substring(0, whole.length() - 1);
            second = itsSecond;
        }
        int rest = SECOND + (int) Math.floorMod(milliseconds, (long) SECOND);
        return prefix + '.' + Integer.toString(rest).substring(1) + 'Z';
    }
}
