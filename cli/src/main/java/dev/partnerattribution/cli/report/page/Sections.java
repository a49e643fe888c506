package dev.partnerattribution.cli.report.page;

import dev.partnerattribution.cli.report.receipts.Purpose;
import dev.partnerattribution.cli.report.statistics.Counts;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.terminal.Amount;
import dev.partnerattribution.cli.terminal.Markup;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.templates.CustomerNotice;
import java.util.Collection;
import java.util.List;

/** The parts of the page that are complete without a script, as markup. */
final class Sections {
    private static final String QUERY =
            """
            SELECT time, method, concat_ws('/', provider, type) AS type, resourceGroup, name, route, status, pid, why,
              correlationId, requestId
            FROM (SELECT DISTINCT ON (jvm, n) *
              FROM read_json('receipts/**/*.jsonl*', format = 'newline_delimited', ignore_errors = true,
                columns = {v: 'BIGINT', kind: 'VARCHAR', jvm: 'VARCHAR', n: 'BIGINT', time: 'VARCHAR', method: 'VARCHAR',
                  provider: 'VARCHAR', type: 'VARCHAR', resourceGroup: 'VARCHAR', name: 'VARCHAR', route: 'VARCHAR',
                  status: 'INTEGER', pid: 'VARCHAR', why: 'VARCHAR', correlationId: 'VARCHAR', requestId: 'VARCHAR'})
              WHERE v = 1 AND kind = 'request')
            WHERE upper(method) IN ('PUT', 'PATCH') AND pid NOT IN ('stamped', 'present')
            ORDER BY time;
            """;

    private Sections() {}

    /** Who sent what when. */
    static String origin(ReceiptStatistics statistics) {
        Html html = new Html();
        if (statistics.hasTime()) {
            html.text("Sent " + Words.span(statistics.from(), statistics.to()) + " by "
                    + Amount.of(statistics.jvms().size(), "Java program"));
            list(html, " to ", statistics.hosts());
            list(html, " over ", statistics.routes());
        } else {
            html.text(Amount.of(statistics.jvms().size(), "Java program") + ", no request");
        }
        return html.toString();
    }

    private static void list(Html html, String before, Collection<String> names) {
        String separator = before;
        for (String name : names.stream().limit(8).toList()) {
            html.raw(separator).foreign(name);
            separator = ", ";
        }
        if (names.size() > 8) {
            html.text(" and " + Amount.of(names.size() - 8) + " more");
        }
    }

    /** The share of requests with the ID as a ring, in the colour of what carried it. It is full only if none is missing. */
    static String ring(ReceiptStatistics statistics) {
        Counts writes = statistics.writes();
        if (writes.all() == 0) {
            return "";
        }
        long percent = 100 * writes.ours() / writes.all();
        return "<svg class=\"ring\" viewBox=\"0 0 120 120\" aria-hidden=\"true\" focusable=\"false\">"
                + "<circle class=\"track\" cx=\"60\" cy=\"60\" r=\"52\"/>"
                + (percent == 0
                        ? ""
                        : "<circle class=\"share\" cx=\"60\" cy=\"60\" r=\"52\" pathLength=\"100\" stroke-dasharray=\""
                                + percent + " 100\" transform=\"rotate(-90 60 60)\"/>")
                + "<text x=\"60\" y=\"66\" text-anchor=\"middle\">" + percent + "%</text>"
                + "<text class=\"what\" x=\"60\" y=\"84\" text-anchor=\"middle\">with your ID</text></svg>\n";
    }

    static String figures(ReceiptStatistics statistics) {
        Html html = new Html().raw("<dl class=\"figures\">\n");
        figure(html, "create or change resources", statistics.of(Purpose.WRITE).all());
        figure(html, "actions", statistics.of(Purpose.ACTION).all());
        figure(html, "deletions", statistics.of(Purpose.DELETE).all());
        figure(html, "reads", statistics.of(Purpose.READ).all());
        figure(html, "child processes", statistics.childStarts());
        return html.raw("</dl>\n").toString();
    }

    private static void figure(Html html, String what, long number) {
        html.raw("<div>").element("dt", what).element("dd", Amount.of(number)).raw("</div>\n");
    }

    /** Boxes that fold; those of what is missing are open at first. */
    static String findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "<p>Nothing: no request lacks your ID, and no receipt is missing.</p>\n";
        }
        Html html = new Html().raw("<ul class=\"findings\">\n");
        for (Finding finding : findings) {
            html.raw("<li class=\"" + finding.level() + "\"><details"
                            + (finding.level() == Finding.Level.MISSING ? " open" : "") + "><summary><h3>")
                    .element("span class=\"level\"", finding.level().label())
                    .raw(" ")
                    .text(finding.title())
                    .raw("</h3></summary>")
                    .element("p", finding.text());
            details(html, finding.details());
            html.raw("</details></li>\n");
        }
        html.raw("</ul>\n");
        if (findings.get(0).level() == Finding.Level.MISSING) {
            html.raw("<p class=\"to-table\"><a href=\"#requests\" data-pid=\"missing\">")
                    .text("Show the requests without your ID in the table")
                    .raw("</a></p>\n");
        }
        return html.toString();
    }

    private static void details(Html html, List<String> details) {
        if (!details.isEmpty()) {
            html.raw("<ul class=\"details\">");
            details.forEach(detail -> html.raw("<li>").foreign(detail).raw("</li>"));
            html.raw("</ul>");
        }
    }

    /** For whom the table shows too little: all requests without the ID, by a tool that reads files of any size. */
    static String query(long leftOut) {
        if (leftOut == 0) {
            return "";
        }
        return new Html()
                .raw("<p>")
                .text("The table is a sample: " + Amount.of(leftOut, "request") + (leftOut == 1 ? " is" : " are")
                        + " only counted. DuckDB lists all that lack your ID, from the receipts:")
                .raw("</p>\n<pre tabindex=\"0\"><code>")
                .text(QUERY)
                .raw("</code></pre>\n")
                .toString();
    }

    /** For customers of software; the partner's name where it is given. */
    static String notice(String partner) {
        return Markup.escaped(CustomerNotice.SDK.text(Sanitizer.shown(partner)));
    }
}
