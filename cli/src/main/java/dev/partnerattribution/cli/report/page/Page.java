package dev.partnerattribution.cli.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.report.statistics.Verdict;
import dev.partnerattribution.cli.terminal.Markup;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page: one file that asks nobody for anything, and runs no script but its own, which it knows by its hash. */
public final class Page {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private Page() {}

    /**
     * Returns the page as HTML.
     *
     * @param partner the name in the customer notice
     */
    public static String of(ReceiptStatistics statistics, String partner, Instant made) {
        String style = resource("report.css");
        String script = resource("report.js");
        Headline headline = new Headline(statistics);
        Map<String, String> parts = Map.ofEntries(
                Map.entry("policy", policy(style, script)),
                Map.entry("title", Markup.escaped(Sanitizer.shown(headline.sentence()))),
                Map.entry("style", style),
                Map.entry("verdict", Verdict.of(statistics).toString()),
                Map.entry("ring", Sections.ring(statistics)),
                Map.entry("headline", headline(statistics, headline)),
                Map.entry("more", Markup.escaped(headline.more())),
                Map.entry("origin", Sections.origin(statistics)),
                Map.entry("figures", Sections.figures(statistics)),
                Map.entry("findings", Sections.findings(Findings.of(statistics))),
                Map.entry("types", TypeChart.html(statistics)),
                Map.entry("children", ChildTable.html(statistics)),
                Map.entry("notice", Sections.notice(partner)),
                Map.entry("made", Words.time(made.toEpochMilli())),
                Map.entry("query", Sections.query(TableRows.of(statistics).leftOut(statistics))),
                Map.entry("data", TableData.of(statistics)),
                Map.entry("script", script));
        return filled(resource("report.html"), parts);
    }

    private static String headline(ReceiptStatistics statistics, Headline headline) {
        return statistics.writes().all() == 0
                ? Markup.escaped(headline.sentence())
                : new Html()
                        .element("strong", headline.figure())
                        .text(" " + headline.rest())
                        .raw("<span class=\"id\">")
                        .foreign(headline.id())
                        .raw("</span>")
                        .toString();
    }

    /** In one go, so that what is put in is not looked at again, whatever it holds. */
    private static String filled(String template, Map<String, String> parts) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(place.group(1)))));
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
