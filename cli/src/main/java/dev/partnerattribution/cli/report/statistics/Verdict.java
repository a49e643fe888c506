package dev.partnerattribution.cli.report.statistics;

import java.util.Locale;

/** What the receipts prove. */
public enum Verdict {
    /** Each request that creates or changes resources carried the partner's ID, as far as there are receipts. */
    COMPLETE,
    /** The same, but receipts are lost or could not be read. */
    UNCERTAIN,
    /** At least one did not. */
    MISSING,
    /** There was no such request. */
    NOTHING;

    /** Returns what these prove. */
    public static Verdict of(ReceiptStatistics statistics) {
        if (statistics.writes().missing() > 0) {
            return MISSING;
        }
        if (!statistics.isWhole()) {
            return UNCERTAIN;
        }
        return statistics.writes().all() == 0 ? NOTHING : COMPLETE;
    }

    /** As the summary has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
