package dev.partnerattribution.templates;

/** How a report is written. */
public enum ReportFormat {
    /** For people: a line for each finding and a last one that counts. */
    TEXT {
        @Override
        public String format(CheckReport report) {
            return TextReport.of(report);
        }
    },
    /** For scripts. */
    JSON {
        @Override
        public String format(CheckReport report) {
            return JsonReport.of(report);
        }
    },
    /** SARIF 2.1.0, for the code scanning of GitHub and others. */
    SARIF {
        @Override
        public String format(CheckReport report) {
            return SarifReport.of(report);
        }
    };

    /** The whole report, with a line break at its end. */
    public abstract String format(CheckReport report);
}
