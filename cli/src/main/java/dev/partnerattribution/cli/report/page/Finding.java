package dev.partnerattribution.cli.report.page;

import java.util.List;
import java.util.Locale;

/**
 * Something that needs attention.
 *
 * @param text what it means and what to do, our own words
 * @param details texts from receipts, one a line
 */
record Finding(Level level, String title, String text, List<String> details) {
    /** How much it takes from the proof. */
    enum Level {
        /** Usage is not attributed. */
        MISSING("Missing"),
        /** It may be. */
        UNCERTAIN("Uncertain"),
        /** It is as it is. */
        NOTE("Good to know");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
