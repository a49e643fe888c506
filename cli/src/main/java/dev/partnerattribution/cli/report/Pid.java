package dev.partnerattribution.cli.report;

import java.util.Locale;

/** What stood in the User-Agent of a request, or in what a child process was handed. */
enum Pid {
    /** We added the tracking ID. */
    STAMPED,
    /** It was there already. */
    PRESENT,
    /** Another partner's is there, alone. */
    OTHER,
    NONE;

    /** Whether the partner is credited. */
    boolean isOurs() {
        return this == STAMPED || this == PRESENT;
    }

    /** As receipts write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
