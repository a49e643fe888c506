package dev.partnerattribution.cli.report.receipts;

import java.util.Locale;

/** What stood in the User-Agent of a request, or in what a child process was handed. */
public enum Pid {
    /** We added the tracking ID. */
    STAMPED,
    /** It was there already. */
    PRESENT,
    /** Another partner's is there, alone. */
    OTHER,
    NONE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Whether the partner is credited. */
    public boolean isOurs() {
        return this == STAMPED || this == PRESENT;
    }

    /** As receipts write it. */
    @Override
    public String toString() {
        return word;
    }
}
