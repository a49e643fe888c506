package dev.partnerattribution.cli.report.page;

import dev.partnerattribution.cli.report.statistics.Counts;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.terminal.Amount;
import dev.partnerattribution.cli.terminal.Markup;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.internal.receipts.UnderReported;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;

/** Bars of the resource types that were created or changed, with and without the ID: a table, so that it can be heard too. */
final class TypeChart {
    private static final int MOST_BARS = 12;
    private static final Comparator<Entry<String, Counts>> WORST_FIRST =
            Comparator.<Entry<String, Counts>>comparingLong(
                            type -> -type.getValue().missing())
                    .thenComparing(type -> -type.getValue().all());

    private TypeChart() {}

    static String html(ReceiptStatistics statistics) {
        if (statistics.deployedByType().isEmpty()) {
            return "<p>There was none.</p>\n";
        }
        List<Entry<String, Counts>> types = statistics.deployedByType().entrySet().stream()
                .sorted(WORST_FIRST)
                .toList();
        // Where one type would remain, it may as well have its own bar.
        int shown = types.size() > MOST_BARS + 1 ? MOST_BARS : types.size();
        long longest = types.stream()
                .limit(shown)
                .mapToLong(type -> type.getValue().all())
                .max()
                .orElse(1);
        Html html = new Html().raw(HEAD);
        for (Entry<String, Counts> type : types.subList(0, shown)) {
            row(html, name(type.getKey()), type.getValue(), longest);
        }
        if (shown < types.size()) {
            rest(html, types.subList(shown, types.size()));
        }
        return html.raw("</tbody>\n</table>\n").toString();
    }

    private static final String HEAD =
            """
            <table class="chart">
            <caption class="unseen">Requests that created or changed resources, by resource type</caption>
            <thead><tr><th scope="col">Resource type</th><td></td><th scope="col" class="number">Your ID</th>\
            <th scope="col" class="number">Another's</th><th scope="col" class="number">None</th></tr></thead>
            <tbody>
            """;

    private static String name(String type) {
        Html html = new Html()
                .raw("<a href=\"#requests\" data-search=\"" + Markup.escaped(Sanitizer.shown(type)) + "\">")
                .foreign(type)
                .raw("</a>");
        return UnderReported.of(type) == null
                ? html.toString()
                : html.raw(" <span class=\"tag\">under-reported</span>").toString();
    }

    private static void rest(Html html, List<Entry<String, Counts>> types) {
        Counts counts = new Counts();
        types.forEach(type -> counts.add(type.getValue()));
        row(html, Amount.of(types.size()) + " more types", counts, 0);
    }

    /** Those that remain have no bar: it would be longer than those of single types. */
    private static void row(Html html, String name, Counts counts, long longest) {
        html.raw("<tr><th scope=\"row\">").raw(name).raw("</th><td class=\"bar\">");
        if (longest > 0) {
            bar(html, counts, longest);
        }
        html.raw("</td>" + number(counts.ours(), "") + number(counts.others(), "others") + number(counts.none(), "none")
                + "</tr>\n");
    }

    private static String number(long number, String kind) {
        return "<td class=\"number" + (number == 0 ? " zero" : " " + kind) + "\">" + Amount.of(number) + "</td>";
    }

    private static void bar(Html html, Counts counts, long longest) {
        html.raw("<svg aria-hidden=\"true\" focusable=\"false\" width=\"100%\" height=\"14\">");
        double x = 0;
        x = part(html, "ours", x, counts.ours(), longest);
        x = part(html, "others", x, counts.others(), longest);
        part(html, "none", x, counts.none(), longest);
        html.raw("</svg>");
    }

    private static double part(Html html, String kind, double x, long count, long longest) {
        if (count == 0) {
            return x;
        }
        // One among many thousands must be seen as well.
        double width = Math.max(0.6, 99.0 * count / longest);
        html.raw(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.2f%%\" y=\"1\" width=\"%.2f%%\" height=\"12\"/>",
                kind,
                x,
                width));
        return x + width;
    }
}
