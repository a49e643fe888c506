package dev.partnerattribution.cli.report;

import dev.partnerattribution.cli.report.Receipt.Handed;
import java.util.Map;

/** The child processes, what they were handed, and what they make of it. */
final class ChildTable {
    private ChildTable() {}

    static String html(Map<Handed, Long> children) {
        if (children.isEmpty()) {
            return "<p>None is recorded.</p>\n";
        }
        Html html = new Html().raw(CHILDREN);
        children.forEach((handed, count) -> child(html, handed, count));
        return html.raw("</tbody>\n</table></div>\n").toString();
    }

    private static final String CHILDREN =
            """
            <p>Programs that were started, and the environment variables that they were handed. What they send themselves is in \
            no receipt, and in no figure of this page.</p>
            <div class="wide" tabindex="0" role="region" aria-label="Child processes, scrollable"><table class="children">
            <caption class="unseen">Child processes</caption>
            <thead><tr><th scope="col">Program</th><th scope="col" class="number">Times</th><th scope="col">Handed</th>\
            <th scope="col">Variables added</th><th scope="col">What it does with them</th></tr></thead>
            <tbody>
            """;

    private static void child(Html html, Handed handed, long count) {
        html.raw("<tr><th scope=\"row\">").foreign(handed.program());
        html.raw("</th><td class=\"number\">" + Words.number(count) + "</td><td class=\""
                + handed.mark().pid() + "\">");
        mark(html, handed.mark());
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

    private static void mark(Html html, Receipt.Mark mark) {
        switch (mark.pid()) {
            case STAMPED, PRESENT ->
                html.foreign(mark.trackingId().isEmpty() ? "your tracking ID" : mark.trackingId())
                        .text(mark.pid() == Pid.PRESENT ? " (there already)" : "");
            case OTHER -> html.text("another's ID ").foreign(mark.other());
            case NONE -> html.text("nothing: " + mark.reason().text());
        }
    }
}
