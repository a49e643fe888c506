package dev.partnerattribution.cli.report;

import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.templates.CustomerNotice;
import java.util.Collection;
import java.util.List;

/** The parts of the page that are complete without a script, as markup. */
final class Sections {
    private Sections() {}

    /** Who sent what when. */
    static String origin(Ledger ledger) {
        Html html = new Html();
        if (ledger.hasTime()) {
            html.text("Sent " + Words.span(ledger.from(), ledger.to()) + " by "
                    + Words.count(ledger.jvms().size(), "Java program"));
            list(html, " to ", ledger.hosts());
            list(html, " over ", ledger.routes());
        } else {
            html.text(Words.count(ledger.jvms().size(), "Java program") + ", no request");
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
            html.text(" and " + Words.number(names.size() - 8) + " more");
        }
    }

    /** The share of requests with the ID as a ring. It is full only if none is missing. */
    static String ring(Ledger ledger) {
        Counts writes = ledger.writes();
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
                + "<text x=\"60\" y=\"70\" text-anchor=\"middle\">" + percent + "%</text></svg>\n";
    }

    static String figures(Ledger ledger) {
        Html html = new Html().raw("<dl class=\"figures\">\n");
        figure(html, "create or change resources", ledger.of(Purpose.WRITE).all());
        figure(html, "actions", ledger.of(Purpose.ACTION).all());
        figure(html, "deletions", ledger.of(Purpose.DELETE).all());
        figure(html, "reads", ledger.of(Purpose.READ).all());
        figure(
                html,
                "child processes",
                ledger.children().values().stream().mapToLong(Long::longValue).sum());
        return html.raw("</dl>\n").toString();
    }

    private static void figure(Html html, String what, long number) {
        html.raw("<div>")
                .element("dt", what)
                .element("dd", Words.number(number))
                .raw("</div>\n");
    }

    static String findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "<p>Nothing: no request lacks your ID, and no receipt is missing.</p>\n";
        }
        Html html = new Html().raw("<ul class=\"findings\">\n");
        for (Finding finding : findings) {
            html.raw("<li class=\"" + finding.level() + "\"><h3>")
                    .element("span class=\"level\"", finding.level().label())
                    .raw(" ")
                    .text(finding.title())
                    .raw("</h3>")
                    .element("p", finding.text());
            details(html, finding.details());
            html.raw("</li>\n");
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

    /** For customers of software; the partner's name where it is given. */
    static String notice(String partner) {
        return Html.escaped(CustomerNotice.SDK.text(Sanitizer.shown(partner)));
    }
}
