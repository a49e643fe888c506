package dev.partnerattribution.cli;

import static dev.partnerattribution.cli.Receipts.PID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a file; what a browser makes of it is in {@link ReportPageIT}. */
class ReportPageTest {
    private static final String SITE = "Microsoft.Web/sites";

    @TempDir
    Path folder;

    private String page(Receipts receipts, String... more) throws IOException {
        Path page = folder.resolve("page.html");
        List<String> command = new ArrayList<>(List.of("report", "-o", page.toString()));
        command.add(receipts.writeTo(folder.resolve("receipts.jsonl")).toString());
        command.addAll(List.of(more));
        Run run = Run.of(command.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Files.readString(page);
    }

    private static List<String> all(String pattern, String page) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void it_says_in_its_title_what_was_sent() throws IOException {
        String page = page(Receipts.ofOneJvm().puts(27).end(0));

        assertThat(all("<title>(.*?)</title>", page))
                .containsExactly("27 of 27 requests that create or change resources carried " + PID);
    }

    @Test
    void it_promises_no_correlation_id_that_is_not_there() throws IOException {
        Map<String, Object> unanswered = Receipts.requestTo("PUT", SITE);
        unanswered.remove("correlationId");
        unanswered.remove("status");

        assertThat(more(Receipts.ofOneJvm().puts(5)))
                .isEqualTo("Each of them is in the table below, with the correlation ID by which Microsoft finds it.");
        assertThat(more(Receipts.ofOneJvm().puts(6)))
                .isEqualTo("The table below has the correlation IDs of 5 of them, by which Microsoft finds these.");
        assertThat(more(Receipts.ofOneJvm().with(unanswered))).isEqualTo("The table below shows what they were.");
    }

    private String more(Receipts receipts) throws IOException {
        return all("<p class=\"more\">(.*?)</p>", page(receipts.end(0))).get(0);
    }

    @Test
    void the_terminal_says_the_same() throws IOException {
        Path receipts =
                Receipts.ofOneJvm().puts(1).put(SITE, "none", "unfit").end(0).writeTo(folder.resolve("receipts.jsonl"));

        Run run = Run.of(
                "report", receipts.toString(), "-o", folder.resolve("page.html").toString());

        assertThat(run.out())
                .isEqualTo("1 of 2 requests that create or change resources carried " + PID + "\n"
                        + "1 did not: 1 because its route could not look at the request.\n"
                        + "- Missing: 1 request carried no tracking ID\n");
    }

    @Test
    void it_refers_to_nothing_outside_but_by_links_that_one_clicks() throws IOException {
        String page = page(Receipts.ofOneJvm().puts(1).end(0));

        assertThat(all("[^/\\w](?:src|href|srcset|action|data|poster)=\"(?!#)(.*?)\"", page))
                .containsExactly(
                        "data:,",
                        "https://learn.microsoft.com/partner-center/marketplace-offers/azure-partner-customer-usage-attribution");
        assertThat(page).doesNotContain("@import", "url(http", "fetch(", "XMLHttpRequest", "innerHTML", " style=\"");
    }

    @Test
    void it_lets_the_browser_run_its_own_script_only() throws Exception {
        String page = page(Receipts.ofOneJvm().puts(1).end(0));
        String script = all("<script>(.*?)</script>", page).get(0);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));

        assertThat(all("Content-Security-Policy\" content=\"(.*?)\"", page))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; ")
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'; ")
                .doesNotContain("unsafe");
    }

    @Test
    void what_looks_like_markup_or_like_a_place_of_the_template_stays_text() throws IOException {
        String hostile = "</script><script>alert(1)</script>{{script}}\"'&\u202E\0";
        Map<String, Object> request = Receipts.requestTo("PUT", SITE);
        request.replaceAll(
                (name, value) -> List.of("kind", "time", "method", "pid").contains(name) || !(value instanceof String)
                        ? value
                        : value + hostile);
        Map<String, Object> without = Receipts.requestTo("PUT", SITE);
        without.putAll(Map.of("pid", "other", "other", hostile, "type", hostile, "route", hostile));

        String page = page(Receipts.ofOneJvm()
                .with(request)
                .with(without)
                .child(hostile, "stamped", "", List.of(hostile))
                .raw(hostile)
                .end(0));

        assertThat(all("(<script)", page)).hasSize(2);
        assertThat(all("(</script)", page)).hasSize(2);
        assertThat(page).doesNotContain("\u202E", "\0").contains("{{script}}", "\\u202e", "&lt;/script&gt;");
    }

    @Test
    void types_beyond_a_dozen_share_a_line() throws IOException {
        Receipts receipts = Receipts.ofOneJvm();
        for (int i = 0; i < 40; i++) {
            receipts.with(Receipts.requestTo("PUT", "Contoso.App/type" + i));
        }
        receipts.put("Contoso.App/last", "none", "unfit");

        String page = page(receipts.end(0));

        assertThat(all("data-search=\"(.*?)\"", page)).hasSize(12).startsWith("Contoso.App/last");
        assertThat(page).contains("<th scope=\"row\">29 more types</th>");
    }

    @Test
    void the_notice_has_the_name_of_the_partner() throws IOException {
        assertThat(all(
                        "id=\"notice\">(.*?)</blockquote>",
                        page(Receipts.ofOneJvm().puts(1), "--partner", " A<b>&Co ")))
                .singleElement()
                .asString()
                .startsWith("When you deploy A&lt;b&gt;&amp;Co software, Microsoft can identify");
        assertThat(page(Receipts.ofOneJvm().puts(1))).contains("When you deploy &lt;PARTNER&gt; software, Microsoft");
    }

    @Test
    void child_processes_are_listed_with_what_they_were_handed() throws IOException {
        String page = page(Receipts.ofOneJvm()
                .child("az", "stamped", "", List.of("AZURE_HTTP_USER_AGENT"))
                .child("az", "stamped", "", List.of("AZURE_HTTP_USER_AGENT"))
                .child("pulumi", "none", "opt-out", List.of())
                .child("python3.11", "stamped", "", List.of())
                .child("make", "stamped", "", List.of())
                .end(0));

        assertThat(all("<tr><th scope=\"row\"><bdi>(.*?)</tr>", page)).hasSize(4);
        assertThat(page)
                .contains("<bdi>az</bdi></th><td class=\"number\">2</td>")
                .contains("nothing: attribution was opted out of")
                .contains(
                        "reads ARM_PARTNER_ID only",
                        "The Azure SDK for Python sends",
                        "hands it down to az, terraform");
    }

    @Test
    void a_request_to_a_resource_group_has_its_type() throws IOException {
        Map<String, Object> group = Receipts.requestTo("PUT", SITE);
        group.remove("provider");
        group.remove("type");
        group.put("resourceGroup", "h:b9719d911017c592");

        assertThat(page(Receipts.ofOneJvm().with(group).end(0)))
                .contains("data-search=\"Microsoft.Resources/resourceGroups\"");
    }

    @Test
    void it_replaces_a_page_as_a_whole() throws IOException {
        Files.writeString(folder.resolve("page.html"), "the old one".repeat(100_000));

        String page = page(Receipts.ofOneJvm().puts(1).end(0));

        assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>\n").doesNotContain("the old one");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    /** Whoever may write to the folder could have laid a link where a name is known beforehand. */
    @Test
    void it_goes_to_no_place_that_somebody_else_can_know_and_keeps_permissions() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "kept");
        Path page = Files.writeString(folder.resolve("page.html"), "old");
        Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(
                folder.resolve(".page.html." + ProcessHandle.current().pid() + ".tmp"), secret);

        page(Receipts.ofOneJvm().puts(1).end(0));

        assertThat(secret).hasContent("kept");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void a_place_that_is_none_is_told() {
        Path receipts = Receipts.ofOneJvm().puts(1).writeTo(folder.resolve("receipts.jsonl"));

        Run run = Run.of("report", receipts.toString(), "-o", folder + "/missing/page.html");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("page.html: it can't be written there; name a folder that exists");
    }

    @Test
    void any_number_of_requests_with_texts_of_any_length_make_a_page_of_five_megabytes_at_most() throws IOException {
        Receipts receipts = Receipts.random(1, 100_000);
        for (int i = 0; i < 4_000; i++) {
            Map<String, Object> request = Receipts.requestTo("PUT", SITE);
            request.putAll(
                    Map.of("pid", "none", "why", List.of("unfit", "opt-out").get(i % 2)));
            for (String text : List.of("name", "resourceGroup", "subscription", "apiVersion", "correlationId")) {
                request.put(text, (i + "\u202E\u05D0<").repeat(500));
            }
            receipts.with(request);
        }

        String page = page(receipts);

        assertThat(page.getBytes(UTF_8).length).isBetween(1_000_000, 5_000_000);
        Matcher figure =
                Pattern.compile("<strong>([\\d,]+) of ([\\d,]+)</strong>").matcher(page);
        assertThat(figure.find()).isTrue();
    }
}
