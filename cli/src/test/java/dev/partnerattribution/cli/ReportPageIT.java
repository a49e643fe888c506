package dev.partnerattribution.cli;

import static dev.partnerattribution.cli.Receipts.PID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a real browser, from a file, as somebody opens it who got it by mail. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReportPageIT {
    private static final String SITE = "Microsoft.Web/sites";
    private static final String HOSTILE =
            "</script><script>window.bad=1</script><img src=x onerror=window.bad=1>\"'\u202E\u05D0\u05D1\0\uD800";

    @TempDir
    static Path profile;

    private static Browser browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        browser = Browser.start(profile);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private void open(Receipts receipts) {
        Path page = folder.resolve("page.html");
        Path lines = receipts.writeTo(folder.resolve("receipts.jsonl"));
        Run run = Run.of("report", lines.toString(), "-o", page.toString(), "--partner", "Contoso");
        assertThat(run.exitCode()).as(run.err()).isZero();
        browser.emulate("screen", "light");
        browser.width(1200);
        browser.open(page);
    }

    /** Ten storage accounts, three sites of which one lacks the ID, five reads, a child process. */
    private static Receipts some() {
        Receipts receipts = Receipts.ofOneJvm();
        for (int i = 0; i < 10; i++) {
            receipts.with(named("PUT", "Microsoft.Storage/storageAccounts", "account" + i));
        }
        for (int i = 0; i < 5; i++) {
            receipts.with(named("GET", "Microsoft.Storage/storageAccounts", "account1"));
        }
        return receipts.with(named("PUT", SITE, "site1"))
                .with(named("PATCH", SITE, "site2"))
                .put(SITE, "none", "route-off")
                .child("az", "stamped", "", List.of("AZURE_HTTP_USER_AGENT"))
                .end(0);
    }

    private static Map<String, Object> named(String method, String type, String name) {
        Map<String, Object> request = Receipts.requestTo(method, type);
        request.put("name", name);
        return request;
    }

    private static WebElement element(String selector) {
        return browser.driver.findElement(By.cssSelector(selector));
    }

    private static List<String> texts(String selector) {
        return browser.driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static String shown() {
        return element("#shown").getText();
    }

    private static String focused() {
        return browser.driver.switchTo().activeElement().getText();
    }

    @Test
    void it_opens_from_a_file_without_asking_anybody_for_anything() {
        browser.driver.get("about:blank"); // the page with which the browser starts may still be loading its own parts
        browser.requests();
        open(some());

        assertThat(browser.driver.getTitle()).startsWith("12 of 13 requests");
        assertThat(element("h1").getText())
                .isEqualTo("12 of 13 requests that create or change resources carried " + PID);
        assertThat(shown()).isEqualTo("13 rows, 13 requests. Shown: 1 to 13.");
        assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void its_policy_stops_what_a_foreign_script_would_do() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1000);
            String ask = "new Image().src = 'http://127.0.0.1:" + server.getLocalPort() + "/'";
            browser.driver.get("about:blank");
            browser.run(ask);
            server.accept().close();

            open(some());
            browser.run(ask);
            browser.run("const script = document.createElement('script'); script.textContent = 'window.bad = 1';"
                    + "document.body.append(script)");

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
            assertThat(browser.run("return window.bad ?? 0")).isEqualTo(0L);
            assertThat(browser.console())
                    .filteredOn(line -> line.contains("Content Security Policy"))
                    .hasSize(2);
        }
    }

    @Test
    void typing_filters_by_the_keyboard_alone_and_says_how_many_rows_there_are() {
        open(some());

        assertThat(reach("search")).isTrue();
        browser.driver.switchTo().activeElement().sendKeys("SITES patch");

        assertThat(shown()).isEqualTo("1 row, 1 request. Shown: 1 to 1.");
        assertThat(texts("#table tbody th")).containsExactly(SITE);
        assertThat(element("#shown").getAttribute("role")).isEqualTo("status");
        browser.driver.switchTo().activeElement().sendKeys(" nothing-like-that", Keys.ENTER);
        assertThat(shown()).isEqualTo("No request is like that.");
    }

    /** From the top of the page by the tabulator. */
    private static boolean reach(String id) {
        for (int i = 0; i < 50; i++) {
            WebElement active = browser.driver.switchTo().activeElement();
            if (id.equals(active.getAttribute("id"))) {
                return true;
            }
            active.sendKeys(Keys.TAB);
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({"429,1", "account7,1", "3F2B9C1E,13", "storageaccounts,9", "okhttp,1"})
    void one_finds_by_status_name_correlation_id_type_and_route(String text, int rows) {
        Map<String, Object> odd = named("PUT", "Microsoft.Storage/other", "x429");
        odd.putAll(Map.of("status", 429, "route", "okhttp", "correlationId", "4"));
        Receipts receipts = Receipts.ofOneJvm().with(odd);
        for (int i = 0; i < 9; i++) {
            receipts.with(named("PUT", "Microsoft.Storage/storageAccounts", "account" + i));
        }
        for (int i = 0; i < 4; i++) {
            receipts.with(named("PUT", SITE, "site" + i));
        }
        open(receipts);

        element("#search").sendKeys(text);

        assertThat(texts("#table tbody tr")).hasSize(rows);
    }

    @Test
    void a_choice_shows_the_requests_without_the_id_and_those_that_are_not_counted() {
        open(some());

        element("#pid option[value='missing']").click();
        assertThat(texts("#table tbody .mark")).containsExactly("✕ none");
        element("#pid option[value='']").click();
        element("#purpose option[value='reads']").click();
        assertThat(shown()).isEqualTo("1 row, 5 requests. Shown: 1 to 1.");
    }

    @Test
    void a_link_of_the_chart_and_one_of_the_findings_lead_to_the_rows() {
        open(some());

        element(".chart a[data-search='" + SITE + "']").click();
        assertThat(texts("#table tbody tr")).hasSize(3);
        element("a[data-pid='missing']").click();
        assertThat(texts("#table tbody tr")).hasSize(1);
    }

    @Test
    void a_heading_sorts_by_click_and_by_key_and_says_so() {
        open(some());
        WebElement heading = element("#table thead th:nth-child(3) button");

        heading.click();
        assertThat(element("#table thead th:nth-child(3)").getAttribute("aria-sort"))
                .isEqualTo("ascending");
        assertThat(texts("#table tbody .name").subList(0, 2)).containsExactly("", "account0");
        heading.sendKeys(Keys.ENTER);
        assertThat(element("#table thead th:nth-child(3)").getAttribute("aria-sort"))
                .isEqualTo("descending");
        assertThat(texts("#table tbody .name").get(0)).isEqualTo("site2");
        assertThat(focused()).isEqualTo("Resource");
        assertThat(browser.driver.findElements(By.cssSelector("[aria-sort]"))).hasSize(1);
    }

    @Test
    void a_row_opens_and_shows_the_ids_for_microsoft() {
        open(some());
        WebElement toggle =
                element("#table tbody .toggle[aria-label='Details of PUT Microsoft.Storage/storageAccounts']");

        toggle.sendKeys(Keys.SPACE);

        assertThat(toggle.getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(element(".more-of").getText())
                .contains("correlation ID 3f2b9c1e-5b1d-4f0e-9f0c-0d5c4f1f7a11", "2024-01-01", PID);
        toggle.sendKeys(Keys.SPACE);
        assertThat(browser.driver.findElements(By.cssSelector(".more-of"))).isEmpty();
    }

    @Test
    void buttons_copy_the_notice_and_the_correlation_ids() {
        open(some());
        allowToCopy();

        assertThat(copied("copy-notice")).startsWith("When you deploy Contoso software, Microsoft can identify");
        assertThat(copied("copy-ids").lines())
                .hasSize(14)
                .last()
                .asString()
                .matches(
                        "2026-11-25 18:00:00\tPUT\tMicrosoft\\.[A-Za-z/]+\t200\t3f2b9c1e-5b1d-4f0e-9f0c-0d5c4f1f7a11\t");
    }

    private static void allowToCopy() {
        browser.driver.executeCdpCommand(
                "Browser.grantPermissions", Map.of("permissions", List.of("clipboardReadWrite")));
    }

    @Test
    void what_a_spreadsheet_would_take_for_a_formula_is_a_text() {
        Map<String, Object> hostile = named("PUT", SITE, "a;=1+1");
        hostile.put("correlationId", "=1+1");
        open(Receipts.ofOneJvm().with(hostile).end(0));
        allowToCopy();

        assertThat(copied("copy-ids")).contains("\t200\t'=1+1\t").doesNotContain("\t=");
        assertThat(downloaded()).contains(",\"a;=1+1\",", ",'=1+1");
    }

    @Test
    void the_rows_as_filtered_can_be_downloaded_for_a_spreadsheet() {
        Map<String, Object> hostile = named("PUT", SITE, "=HYPERLINK(\"http://127.0.0.1/\"),\n1");
        open(Receipts.ofOneJvm().puts(2).with(hostile).end(0));
        element("#search").sendKeys("hyperlink");

        String csv = downloaded();

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .startsWith("\ufeffmethod,type,name,group,")
                .contains("\nPUT,Microsoft.Web/sites,\"'=HYPERLINK(\"\"http://127.0.0.1/\"\"),", ",✓ yours,pid-")
                .contains(",2026-11-25 18:00:00,3f2b9c1e-5b1d-4f0e-9f0c-0d5c4f1f7a11");
        assertThat(browser.console()).isEmpty();
    }

    private static String downloaded() {
        return String.valueOf(browser.driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "const made = URL.createObjectURL;"
                + "URL.createObjectURL = (blob) => { blob.arrayBuffer().then((bytes) => done("
                + "new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))); return made(blob); };"
                + "document.getElementById('download').click();"));
    }

    @Test
    void what_needs_attention_folds_and_only_what_is_missing_is_open() {
        open(Receipts.ofOneJvm()
                .puts(1)
                .put(SITE, "none", "route-off")
                .child("az", "none", "opt-out", List.of())
                .lose(2));

        assertThat(texts(".findings details[open] h3"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Missing");
        assertThat(texts(".findings details:not([open]) h3")).hasSizeGreaterThan(1);
        element(".findings details:not([open]) summary").click();
        assertThat(texts(".findings details[open] h3")).hasSize(2);
    }

    private static String copied(String button) {
        element("#" + button).click();
        return String.valueOf(browser.driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "setTimeout(() => navigator.clipboard.readText().then(done, done), 100)"));
    }

    @Test
    void a_dark_system_gets_a_dark_page() {
        open(some());
        String light = background();

        browser.emulate("screen", "dark");

        assertThat(brightness(light)).isGreaterThan(600);
        assertThat(brightness(background())).isLessThan(150);
    }

    private static String background() {
        return String.valueOf(browser.run("return getComputedStyle(document.body).backgroundColor"));
    }

    private static int brightness(String colour) {
        return Arrays.stream(colour.replaceAll("[^0-9,]", "").split(",", -1))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    @Test
    void on_paper_are_all_rows_in_dark_letters_and_no_buttons() {
        Receipts receipts = Receipts.ofOneJvm();
        for (int i = 0; i < 120; i++) {
            receipts.with(named("PUT", SITE, "site" + i));
        }
        open(receipts.end(0));
        assertThat(texts("#table tbody tr")).hasSize(50);
        browser.emulate("", "dark");
        browser.run("addEventListener('beforeprint',"
                + " () => window.printed = document.querySelectorAll('#table tbody tr').length)");

        byte[] pdf = Base64.getDecoder()
                .decode(String.valueOf(browser.driver
                        .executeCdpCommand("Page.printToPDF", Map.of("printBackground", false))
                        .get("data")));

        assertThat(new String(pdf, 0, 5, UTF_8)).isEqualTo("%PDF-");
        assertThat(browser.run("return window.printed")).isEqualTo(120L);
        assertThat(texts("#table tbody tr")).hasSize(50);
        browser.emulate("print", "dark");
        assertThat(String.valueOf(browser.run("return getComputedStyle(document.body).color")))
                .satisfies(colour -> assertThat(brightness(colour)).isLessThan(150));
        assertThat(element("#search").isDisplayed()).isFalse();
        assertThat(element("#pages").isDisplayed()).isFalse();
    }

    @Test
    void pages_of_the_table_turn() {
        open(Receipts.random(5, 600));

        element("#next").click();

        assertThat(element("#page").getText()).startsWith("Page 2 of ");
        assertThat(shown()).contains("Shown: 51 to 100.");
        assertThat(element("#previous").getAttribute("aria-disabled")).isEqualTo("false");
    }

    @Test
    void hostile_texts_stay_texts_in_every_field() {
        Map<String, Object> request = Receipts.requestTo("PUT", SITE);
        for (String name :
                List.of("type", "route", "host", "apiVersion", "name", "subscription", "other", "failure", "why")) {
            request.put(name, HOSTILE);
        }
        request.putAll(
                Map.of("resourceGroup", HOSTILE, "correlationId", HOSTILE, "requestId", HOSTILE, "pid", "other"));
        open(new Receipts(HOSTILE)
                .with(request)
                .child(HOSTILE, "stamped", "", List.of(HOSTILE))
                .raw(HOSTILE.replace("\uD800", "")));
        element("#table tbody .toggle").click();

        assertThat(browser.run("return window.bad ?? 0")).isEqualTo(0L);
        assertThat(browser.console()).isEmpty();
        assertThat(browser.driver.findElements(By.tagName("img"))).isEmpty();
        assertThat(browser.driver.findElements(By.tagName("script"))).hasSize(2);
        assertThat(element("#table tbody .spare bdi").getAttribute("textContent"))
                .isEqualTo("</script><script>window.bad=1</script><img src=x onerror=window.bad=1>\"'"
                        + "\\u202e\u05D0\u05D1\\u0000\\ud800");
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(1200);
    }

    @ParameterizedTest
    @CsvSource({"light,1200", "dark,1200", "light,375"})
    void nothing_keeps_people_from_reading_it(String colours, int width) throws IOException {
        open(some());
        browser.emulate("screen", colours);
        browser.width(width);
        element("#table tbody .toggle").click();
        // By the protocol, which the policy of the page does not concern.
        browser.driver.executeCdpCommand("Runtime.evaluate", Map.of("expression", axe()));

        Object violations = browser.driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run().then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary)"
                + ".join('; '))), e => done(['' + e]))");

        assertThat((List<?>) violations).isEmpty();
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    private static String axe() throws IOException {
        try (InputStream script = ReportPageIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }

    /** Below a third of a second a person notices no pause; all rows are sorted within a second, as a click may take. */
    @Test
    void a_hundred_thousand_receipts_open_and_filter_without_a_pause() {
        browser.driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
        open(Receipts.random(1, 100_000));
        String before = shown();
        List<Double> pauses = new ArrayList<>();
        for (String key : List.of("v", "a", "u", "l", "t", "s")) {
            pauses.add(busyFor(() -> element("#search").sendKeys(key)));
        }
        String filtered = shown();
        double sorting =
                busyFor(() -> element("#table thead th:nth-child(3) button").click());

        assertThat(before).startsWith("4,8");
        assertThat(filtered).matches("\\d{3} rows, .*").isNotEqualTo(before);
        assertThat(texts("#table tbody th").get(0)).isEqualTo("Microsoft.KeyVault/vaults");
        assertThat(pauses).hasSize(6).allSatisfy(pause -> assertThat(pause).isBetween(0.001, 0.3));
        assertThat(sorting).isBetween(0.001, 1.0);
    }

    /** For how many seconds the page kept a processor busy. The time on the wall would be that of the rest of the build too. */
    private static double busyFor(Runnable action) {
        double before = busy();
        action.run();
        browser.driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];" + "requestAnimationFrame(() => setTimeout(done))");
        return busy() - before;
    }

    private static double busy() {
        List<?> metrics = (List<?>) browser.driver
                .executeCdpCommand("Performance.getMetrics", Map.of())
                .get("metrics");
        return metrics.stream()
                .map(metric -> (Map<?, ?>) metric)
                .filter(metric -> "TaskDuration".equals(metric.get("name")))
                .mapToDouble(metric -> ((Number) metric.get("value")).doubleValue())
                .sum();
    }
}
