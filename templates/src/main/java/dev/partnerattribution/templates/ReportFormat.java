package dev.partnerattribution.templates;

import dev.partnerattribution.templates.internal.output.GithubReport;
import dev.partnerattribution.templates.internal.output.JsonReport;
import dev.partnerattribution.templates.internal.output.JunitReport;
import dev.partnerattribution.templates.internal.output.SarifReport;
import dev.partnerattribution.templates.internal.output.TextReport;

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
    },
    /** Commands of a GitHub workflow, which show each finding beside its line. */
    GITHUB {
        @Override
        public String format(CheckReport report) {
            return GithubReport.of(report);
        }
    },
    /** JUnit's XML: a test for each file, failed if it has findings. For build servers. */
    JUNIT {
        @Override
        public String format(CheckReport report) {
            return JunitReport.of(report);
        }
    };

    /** The whole report, with a line break at its end. */
    public abstract String format(CheckReport report);
}
