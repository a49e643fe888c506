package dev.partnerattribution.cli.report;

import java.util.Locale;

/** What the receipts prove. */
enum Verdict {
    /** Each request that creates or changes resources carried the partner's ID, as far as there are receipts. */
    COMPLETE,
    /** The same, but receipts are lost or could not be read. */
    UNCERTAIN,
    /** At least one did not. */
    MISSING,
    /** There was no such request. */
    NOTHING;

    static Verdict of(Ledger ledger) {
        if (ledger.writes().missing() > 0) {
            return MISSING;
        }
        boolean isWhole = ledger.lost() == 0
                && ledger.unread().lines() == 0
                && ledger.unread().newerLines() == 0;
        if (!isWhole) {
            return UNCERTAIN;
        }
        return ledger.writes().all() == 0 ? NOTHING : COMPLETE;
    }

    /** As the summary has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
