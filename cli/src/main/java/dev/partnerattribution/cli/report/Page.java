package dev.partnerattribution.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

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
final class Page {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private Page() {}

    /** @param partner the name in the customer notice */
    static String of(Ledger ledger, String partner, Instant made) {
        String style = resource("report.css");
        String script = resource("report.js");
        Headline headline = new Headline(ledger);
        Map<String, String> parts = Map.ofEntries(
                Map.entry("policy", policy(style, script)),
                Map.entry("title", Html.escaped(Sanitizer.shown(headline.sentence()))),
                Map.entry("style", style),
                Map.entry("verdict", Verdict.of(ledger).toString()),
                Map.entry("ring", Sections.ring(ledger)),
                Map.entry("headline", headline(ledger, headline)),
                Map.entry("more", Html.escaped(headline.more())),
                Map.entry("origin", Sections.origin(ledger)),
                Map.entry("figures", Sections.figures(ledger)),
                Map.entry("findings", Sections.findings(Findings.of(ledger))),
                Map.entry("types", TypeChart.html(ledger)),
                Map.entry("children", ChildTable.html(ledger.children())),
                Map.entry("notice", Sections.notice(partner)),
                Map.entry("made", Words.time(made.toEpochMilli())),
                Map.entry("data", TableData.of(ledger)),
                Map.entry("script", script));
        return filled(resource("report.html"), parts);
    }

    private static String headline(Ledger ledger, Headline headline) {
        return ledger.writes().all() == 0
                ? Html.escaped(headline.sentence())
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
