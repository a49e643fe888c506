package dev.partnerattribution.cli.report.page;

import dev.partnerattribution.cli.report.receipts.Pid;
import dev.partnerattribution.cli.report.receipts.Receipt;
import dev.partnerattribution.cli.report.receipts.Receipt.ChildEnvironment;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.terminal.Amount;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The child processes, what they were handed, and what they make of it. */
final class ChildTable {
    private static final int MOST = 200;

    private ChildTable() {}

    static String html(ReceiptStatistics statistics) {
        if (statistics.childStarts() == 0) {
            return "<p>None is recorded.</p>\n";
        }
        Html html = new Html().raw(CHILDREN);
        long more = statistics.childStarts();
        for (Map.Entry<ChildEnvironment, Long> child : shown(statistics)) {
            child(html, child.getKey(), child.getValue());
            more -= child.getValue();
        }
        html.raw("</tbody>\n</table></div>\n");
        if (more > 0) {
            html.element("p", Amount.of(more, "more start") + " of other programs, or with other variables.");
        }
        return html.toString();
    }

    /** Those first that were not handed the partner's ID, so that none of these is left out while others are shown. */
    private static List<Map.Entry<ChildEnvironment, Long>> shown(ReceiptStatistics statistics) {
        return statistics.children().entrySet().stream()
                .sorted(Comparator.comparing(
                        child -> child.getKey().attribution().pid().isOurs()))
                .limit(MOST)
                .toList();
    }

    private static final String CHILDREN =
            """
            <p>Programs that were started, and the environment variables that they were handed. What they send themselves is in \
            no receipt, and in no figure of this page.</p>
            <div class="wide" tabindex="0" role="region" aria-label="Child processes, scrollable"><table class="children">
            <caption class="unseen">Child processes</caption>
            <thead><tr><th scope="col">Program</th><th scope="col" class="number">Times</th><th scope="col">Tracking ID</th>\
            <th scope="col">Variables added</th><th scope="col">What it does with them</th></tr></thead>
            <tbody>
            """;

    private static void child(Html html, ChildEnvironment handed, long count) {
        html.raw("<tr><th scope=\"row\">").foreign(handed.program());
        html.raw("</th><td class=\"number\">" + Amount.of(count) + "</td><td class=\""
                + handed.attribution().pid() + "\">");
        mark(html, handed.attribution());
        html.raw("</td><td>");
        String separator = "";
        for (String variable : handed.variables()) {
            html.raw(separator).raw("<code>").foreign(variable).raw("</code>");
            separator = "<br>";
        }
        html.raw(handed.variables().isEmpty() ? "none</td><td>" : "</td><td>")
                .text(ChildTool.of(handed.program()).text())
                .raw("</td></tr>\n");
    }

    private static void mark(Html html, Receipt.Attribution mark) {
        switch (mark.pid()) {
            case STAMPED, PRESENT ->
                html.foreign(mark.trackingId().isEmpty() ? "your tracking ID" : mark.trackingId())
                        .text(mark.pid() == Pid.PRESENT ? " (there already)" : "");
            case OTHER -> html.text("another's ID ").foreign(mark.other());
            case NONE -> html.text("nothing: " + mark.reason().text());
        }
    }
}
