package dev.partnerattribution.cli;

import static dev.partnerattribution.cli.Receipts.PID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the receipts say together, by the figures and by the exit code. */
class ReportTest {
    private static final String SITE = "Microsoft.Web/sites";

    @TempDir
    Path folder;

    private JsonNode figures(Receipts... jvms) throws IOException {
        for (int i = 0; i < jvms.length; i++) {
            jvms[i].writeTo(folder.resolve(i + ".jsonl"));
        }
        return json(Run.of("report", folder.toString(), "--json"));
    }

    private static JsonNode json(Run run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private Run strictly(Receipts receipts) {
        receipts.writeTo(folder.resolve("strict.jsonl"));
        return Run.of("report", folder.resolve("strict.jsonl").toString(), "--json", "--fail-on-missing");
    }

    private static List<String> titles(JsonNode figures) {
        return Stream.iterate(0, i -> i < figures.path("findings").size(), i -> i + 1)
                .map(i -> figures.at("/findings/" + i + "/title").asText())
                .toList();
    }

    @Test
    void all_requests_with_the_id_are_a_proof() throws IOException {
        JsonNode figures = figures(Receipts.ofOneJvm().puts(27).end(0));

        assertThat(figures.path("verdict").asText()).isEqualTo("complete");
        assertThat(figures.path("headline").asText())
                .isEqualTo("27 of 27 requests that create or change resources carried " + PID);
        assertThat(figures.path("findings")).isEmpty();
        assertThat(strictly(Receipts.ofOneJvm().puts(1).end(0)).exitCode()).isZero();
    }

    @Test
    void one_that_lacks_it_is_none_and_the_reason_is_told() throws IOException {
        Receipts receipts =
                Receipts.ofOneJvm().puts(3).put(SITE, "none", "route-off").end(0);

        JsonNode figures = figures(receipts);

        assertThat(figures.path("verdict").asText()).isEqualTo("missing");
        assertThat(figures.path("headline").asText()).startsWith("3 of 4 requests");
        assertThat(figures.at("/findings/0/title").asText()).isEqualTo("1 request carried no tracking ID");
        assertThat(figures.at("/findings/0/text").asText()).contains("its route is switched off", "option routes");
        assertThat(figures.at("/findings/0/details/0").asText())
                .startsWith("PUT Microsoft.Web/sites by azure-core")
                .contains("correlation ID 3f2b9c1e");
        assertThat(strictly(receipts).exitCode()).isEqualTo(1);
    }

    @Test
    void another_partners_id_is_no_id_of_ours() throws IOException {
        Map<String, Object> other = Receipts.requestTo("PATCH", SITE);
        other.put("pid", "other");
        other.put("other", "pid-of-somebody");

        JsonNode figures = figures(Receipts.ofOneJvm().puts(1).with(other).end(0));

        assertThat(figures.at("/requests/writes/withAnothers").asInt()).isEqualTo(1);
        assertThat(figures.at("/otherIds/0/id").asText()).isEqualTo("pid-of-somebody");
        assertThat(titles(figures)).containsExactly("1 request carried another partner's ID");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,writes",
        "PATCH,writes",
        "patch,writes",
        "POST,actions",
        "MERGE,actions",
        "DELETE,deletes",
        "GET,reads",
        "HEAD,reads"
    })
    void a_method_decides_what_a_request_counts_as(String method, String purpose) throws IOException {
        JsonNode figures = figures(
                Receipts.ofOneJvm().with(Receipts.requestTo(method, SITE)).end(0));

        assertThat(figures.at("/requests/" + purpose + "/all").asInt()).isEqualTo(1);
        assertThat(Stream.of("writes", "actions", "deletes", "reads")
                        .mapToInt(any -> figures.at("/requests/" + any + "/all").asInt())
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void without_a_request_that_creates_something_there_is_no_proof() throws IOException {
        Receipts reads =
                Receipts.ofOneJvm().with(Receipts.requestTo("GET", SITE)).end(0);

        assertThat(figures(reads).path("verdict").asText()).isEqualTo("nothing");
        assertThat(strictly(reads).exitCode()).isEqualTo(1);
    }

    @Test
    void a_gap_in_the_numbers_is_as_many_lost_receipts() throws IOException {
        Receipts receipts = Receipts.ofOneJvm().puts(2).lose(3).puts(1).end(0);

        JsonNode figures = figures(receipts);

        assertThat(figures.path("lost").asInt()).isEqualTo(3);
        assertThat(figures.path("verdict").asText()).isEqualTo("uncertain");
        assertThat(titles(figures)).containsExactly("3 receipts were lost");
        assertThat(strictly(receipts).exitCode()).isEqualTo(1);
    }

    @Test
    void what_a_jvm_dropped_is_lost_once() throws IOException {
        JsonNode figures = figures(Receipts.ofOneJvm().puts(1).lose(2).end(2));

        assertThat(figures.path("lost").asInt()).isEqualTo(2);
        assertThat(figures.at("/jvms/0/dropped").asInt()).isEqualTo(2);
    }

    @Test
    void receipts_of_a_file_that_was_not_given_are_lost() throws IOException {
        JsonNode figures = figures(Receipts.ofOneJvm().lose(5).puts(1).end(0));

        assertThat(figures.path("lost").asInt()).isEqualTo(5);
        assertThat(figures.at("/jvms/0/dropped").asInt()).isZero();
    }

    @Test
    void a_jvm_without_an_end_runs_still_or_was_killed() throws IOException {
        JsonNode figures =
                figures(Receipts.ofOneJvm().puts(1), new Receipts("1-2").puts(1).end(0));

        assertThat(figures.path("jvms")).hasSize(2);
        assertThat(titles(figures)).containsExactly("1 JVM was killed or is still running");
        assertThat(figures.at("/findings/0/details/0").asText()).isEqualTo("JVM " + Receipts.JVM + ", 1 receipt");
    }

    @Test
    void a_receipt_that_comes_twice_counts_once() throws IOException {
        Receipts receipts = Receipts.ofOneJvm()
                .puts(4)
                .child("az", "stamped", "", List.of("AZURE_HTTP_USER_AGENT"))
                .end(0);

        JsonNode figures = figures(receipts, receipts);

        assertThat(figures.path("receipts").asInt()).isEqualTo(5);
        assertThat(figures.at("/requests/writes/all").asInt()).isEqualTo(4);
        assertThat(figures.at("/children/0/times").asInt()).isEqualTo(1);
        assertThat(figures.path("verdict").asText()).isEqualTo("complete");
    }

    @Test
    void a_last_line_that_is_cut_is_told_with_its_place() throws IOException {
        Path file = folder.resolve("killed.jsonl");
        Files.writeString(file, Receipts.ofOneJvm().puts(2).text() + "{\"v\":1,\"kind\":\"requ");

        Run run = Run.of("report", file.toString(), "--json");

        assertThat(run.err()).isEqualTo("not read: " + file + ":3: the last line is cut\n");
        assertThat(json(run).at("/requests/writes/all").asInt()).isEqualTo(2);
        assertThat(json(run).path("unreadable").asInt()).isEqualTo(1);
    }

    @Test
    void a_last_line_that_only_lacks_its_end_counts() throws IOException {
        Path file = folder.resolve("whole.jsonl");
        Files.writeString(file, Receipts.ofOneJvm().puts(2).end(0).text().strip());

        assertThat(json(Run.of("report", file.toString(), "--json"))
                        .path("verdict")
                        .asText())
                .isEqualTo("complete");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | it is not JSON",
                "[1] | it is no JSON object",
                "{\"v\":1} {} | something follows the JSON object",
                "{\"v\":1,\"kind\":\"end\"} | it has no jvm",
                "{\"v\":1,\"jvm\":\"1-1\",\"kind\":\"request\",\"n\":0} | n is no whole number from 1 on",
                "{\"v\":1,\"jvm\":\"1-1\",\"kind\":\"request\",\"n\":1e999999999} | n is no whole number from 1 on",
                "{\"v\":1,\"jvm\":\"1-1\",\"kind\":\"end\",\"written\":99999999999999999999,\"dropped\":0} | written"
                        + " is no whole number from 0 on",
                "{\"v\":\"1\",\"jvm\":\"1-1\",\"kind\":\"end\"} | v is no whole number from 1 on",
            })
    void a_line_that_is_no_receipt_is_told_and_reading_goes_on(String line, String why) throws IOException {
        Path file = Receipts.ofOneJvm().raw(line).puts(1).writeTo(folder.resolve("odd.jsonl"));

        Run run = Run.of("report", file.toString(), "--json");

        assertThat(run.err()).isEqualTo("not read: " + file + ":1: " + why + "\n");
        assertThat(json(run).at("/requests/writes/all").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "pid,maybe,pid is none of",
        "time,yesterday,time is no time",
        "time,+999999999-12-31T23:59:59Z,time is no time",
        "method,'',it has no method"
    })
    void a_property_that_can_not_be_is_told(String property, String value, String why) {
        Map<String, Object> request = Receipts.requestTo("PUT", SITE);
        request.put(property, value);
        Path file = Receipts.ofOneJvm().with(request).writeTo(folder.resolve("odd.jsonl"));

        assertThat(Run.of("report", file.toString(), "--json").err()).contains(":1: " + why);
    }

    @Test
    void a_line_of_many_megabytes_is_told_and_reading_goes_on() throws IOException {
        Map<String, Object> request = Receipts.requestTo("PUT", SITE);
        request.put("name", "x".repeat(5_000_000));
        Path file = Receipts.ofOneJvm().with(request).puts(1).writeTo(folder.resolve("long.jsonl"));

        Run run = Run.of("report", file.toString(), "--json");

        assertThat(run.err()).isEqualTo("not read: " + file + ":1: it is longer than any receipt\n");
        assertThat(json(run).at("/requests/writes/all").asInt()).isEqualTo(1);
        assertThat(json(run).path("lost").asInt()).isEqualTo(1);
    }

    @Test
    void of_many_lines_that_can_not_be_read_the_first_are_told_and_all_are_counted() throws IOException {
        Path file = Files.writeString(folder.resolve("text.jsonl"), "nonsense\n".repeat(1000));

        Run run = Run.of("report", file.toString(), "--json");

        assertThat(run.err().lines()).hasSize(21).last().isEqualTo("not read: 980 more lines");
        assertThat(json(run).path("unreadable").asInt()).isEqualTo(1000);
    }

    @Test
    void what_a_later_version_adds_is_no_fault() throws IOException {
        Map<String, Object> request = Receipts.requestTo("PUT", SITE);
        request.put("mood", "good");
        Receipts receipts = Receipts.ofOneJvm()
                .with(request)
                .with(Map.of("kind", "weather"))
                .end(0);

        JsonNode figures = figures(receipts);

        assertThat(figures.path("verdict").asText()).isEqualTo("complete");
        assertThat(figures.path("receipts").asInt()).isEqualTo(2);
        assertThat(titles(figures)).containsExactly("1 receipt of a newer kind");
    }

    @Test
    void lines_of_a_later_format_are_counted_and_nothing_else() throws IOException {
        JsonNode figures =
                figures(Receipts.ofOneJvm().puts(1).raw("{\"v\":2,\"kind\":7}").end(0));

        assertThat(figures.path("newer").asInt()).isEqualTo(1);
        assertThat(figures.path("unreadable").asInt()).isZero();
        assertThat(figures.path("verdict").asText()).isEqualTo("uncertain");
    }

    @Test
    void numbers_that_are_far_apart_take_no_memory() throws IOException {
        Receipts receipts = Receipts.ofOneJvm();
        Map<String, Object> far = Receipts.requestTo("PUT", SITE);
        far.put("n", 999_999_999_999_999L);

        assertThat(figures(receipts.with(far)).path("lost").asLong()).isEqualTo(999_999_999_999_998L);
    }

    @Test
    void types_that_microsoft_under_reports_are_told_in_its_words() throws IOException {
        Receipts receipts = Receipts.ofOneJvm()
                .with(Receipts.requestTo("PUT", "microsoft.containerservice/managedClusters/agentPools"))
                .with(Receipts.requestTo("PUT", "Microsoft.Batch/batchAccounts"))
                .with(Receipts.requestTo("PUT", "Microsoft.Batch/batchAccountsOfOthers"))
                .with(Receipts.requestTo("GET", "Microsoft.Compute/virtualMachineScaleSets"));

        JsonNode figures = figures(receipts.end(0));

        assertThat(figures.at("/findings/0/text").asText())
                .contains(
                        "Azure Kubernetes Services (AKS), VM Scale Sets, and Azure Batch have known issues that cause "
                                + "under-reporting of usage.");
        assertThat(figures.at("/findings/0/details").toString())
                .isEqualTo("[\"Azure Kubernetes Service (AKS): 1 request\",\"Azure Batch: 1 request\"]");
        assertThat(figures.path("verdict").asText()).isEqualTo("complete");
    }

    @Test
    void a_child_process_without_the_id_is_told() throws IOException {
        Receipts receipts = Receipts.ofOneJvm()
                .puts(1)
                .child("terraform", "none", "opt-out", List.of())
                .child("az", "stamped", "", List.of("AZURE_HTTP_USER_AGENT"));

        JsonNode figures = figures(receipts.end(0));

        assertThat(titles(figures))
                .containsExactly(
                        "Child processes without your tracking ID",
                        "Other tools were started, which may deploy as well");
        assertThat(figures.at("/findings/0/details").toString())
                .isEqualTo("[\"1 × terraform: attribution was opted out of\"]");
    }

    @Test
    void what_was_sent_by_an_unknown_client_is_told_and_leaves_nothing_complete() throws IOException {
        Receipts receipts = Receipts.ofOneJvm()
                .puts(1)
                .connection("jodd.http.Http")
                .connection("jodd.http.Http")
                .end(0);

        JsonNode figures = figures(receipts);

        assertThat(titles(figures)).containsExactly("2 TLS connections by a client that no route knows");
        assertThat(figures.at("/findings/0/details").toString())
                .isEqualTo("[\"2 × management.azure.com, opened by jodd.http.Http\"]");
        assertThat(figures.path("verdict").asText()).isEqualTo("uncertain");
        assertThat(strictly(receipts).exitCode()).isEqualTo(1);
    }

    @Test
    void tools_that_deploy_are_told_since_no_receipt_says_what_they_send() throws IOException {
        Receipts receipts = Receipts.ofOneJvm().puts(1);
        for (String program : List.of("az", "AZ.CMD", "python3.11", "ansible-playbook", "java", "pythonic", "make")) {
            receipts.child(program, "stamped", "", List.of());
        }

        JsonNode figures = figures(receipts.end(0));

        assertThat(figures.path("verdict").asText()).isEqualTo("complete");
        assertThat(figures.at("/findings/0/details").toString())
                .isEqualTo("[\"az\",\"AZ.CMD\",\"python3.11\",\"ansible-playbook\"]");
    }

    @Test
    void a_refused_request_carried_its_id_and_deployed_nothing() throws IOException {
        Map<String, Object> throttled = Receipts.requestTo("PUT", SITE);
        throttled.put("status", 429);

        JsonNode figures = figures(Receipts.ofOneJvm().puts(1).with(throttled).end(0));

        assertThat(figures.path("headline").asText()).startsWith("2 of 2 ");
        assertThat(figures.at("/requests/writes/refused").asInt()).isEqualTo(1);
        assertThat(figures.path("types")).hasSize(1);
        assertThat(titles(figures)).containsExactly("1 request failed");
    }

    @Test
    void several_ids_are_told() throws IOException {
        Map<String, Object> second = Receipts.requestTo("PUT", SITE);
        second.put("trackingId", "pid-contoso-app-partnercenter");

        JsonNode figures = figures(Receipts.ofOneJvm().puts(2).with(second).end(0));

        assertThat(figures.path("headline").asText()).endsWith("carried one of your 2 tracking IDs");
        assertThat(figures.path("trackingIds")).hasSize(2);
        assertThat(titles(figures)).containsExactly("Several tracking IDs");
    }

    @Test
    void files_are_found_in_a_folder_by_a_glob_and_each_once() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Receipts.ofOneJvm().puts(1).end(0).writeTo(folder.resolve("a.jsonl"));
        new Receipts("2-2").puts(1).end(0).writeTo(folder.resolve("deep/b.jsonl"));
        Files.writeString(folder.resolve("notes.txt"), "no receipt");

        assertThat(jvms(folder.toString())).isEqualTo(2);
        assertThat(jvms(folder + "/*")).isEqualTo(1);
        assertThat(jvms(folder + "/**.jsonl")).isEqualTo(2);
        assertThat(jvms(folder + "/**/*.jsonl")).isEqualTo(2);
        assertThat(jvms(folder + "/a.jsonl", folder + "/*.jsonl", folder + "/deep"))
                .isEqualTo(2);
    }

    @Test
    void files_that_were_rolled_over_or_compressed_are_receipts_too() throws IOException {
        Receipts.ofOneJvm().puts(1).end(0).writeTo(folder.resolve("a.jsonl"));
        new Receipts("2-2").put(SITE, "none", "opt-out").end(0).writeTo(folder.resolve("a.jsonl.1"));
        new Receipts("3-3").puts(1).end(0).writeTo(folder.resolve("A.JSONL-20251125"));
        gzip(new Receipts("4-4").puts(1).end(0), folder.resolve("b.jsonl.2.gz"));
        Path renamed = gzip(new Receipts("5-5").puts(1).end(0), folder.resolve("packed"));
        Receipts.ofOneJvm().puts(1).writeTo(folder.resolve("a.jsonl.tmp"));

        assertThat(jvms(folder.toString())).isEqualTo(4);
        assertThat(jvms(folder + "/*.jsonl*")).isEqualTo(3);
        assertThat(jvms(folder + "/*.jsonl.1")).isEqualTo(1);
        assertThat(jvms(renamed.toString())).isEqualTo(1);
        assertThat(Run.of("report", folder.toString(), "--json", "--fail-on-missing")
                        .exitCode())
                .isEqualTo(1);
    }

    private static Path gzip(Receipts receipts, Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(receipts.text().getBytes(UTF_8));
        }
        return file;
    }

    @Test
    void a_compressed_file_that_is_cut_is_told_by_its_name() throws IOException {
        byte[] packed = Files.readAllBytes(gzip(Receipts.random(1, 100), folder.resolve("whole")));
        Path cut = Files.write(folder.resolve("cut.jsonl.gz"), Arrays.copyOf(packed, packed.length - 100));
        Path header = Files.write(folder.resolve("header.jsonl.gz"), Arrays.copyOf(packed, 5));

        for (Path file : List.of(cut, header)) {
            Run run = Run.of("report", file.toString(), "--json");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains(file + ": it can't be read: it is compressed, and cut");
        }
    }

    @Test
    void all_members_of_a_compressed_file_are_read_and_nothing_else_may_follow() throws IOException {
        byte[] first = Files.readAllBytes(gzip(Receipts.ofOneJvm().puts(1).end(0), folder.resolve("first")));
        byte[] second = Files.readAllBytes(gzip(new Receipts("2-2").puts(1).end(0), folder.resolve("second")));
        Path both = Files.write(folder.resolve("both"), first);
        Files.write(both, second, APPEND);
        Files.write(both, new byte[3], APPEND);
        Path odd = Files.copy(both, folder.resolve("odd"));
        Files.writeString(odd, "{}", APPEND);
        second[second.length - 6] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged"), second);

        assertThat(jvms(both.toString())).isEqualTo(2);
        assertThat(Run.of("report", odd.toString(), "--json").err())
                .contains(odd + ": it can't be read: what follows its compressed part is not compressed");
        assertThat(Run.of("report", damaged.toString(), "--json").err())
                .contains(damaged + ": it can't be read: it is compressed, and its checksum is wrong");
    }

    /** What the reader can't know to be the end of all. */
    @Test
    void a_compressed_pipe_is_read_to_its_end() throws IOException {
        InputStream first =
                Files.newInputStream(gzip(Receipts.ofOneJvm().puts(1).end(0), folder.resolve("first")));
        InputStream second =
                Files.newInputStream(gzip(new Receipts("2-2").puts(1).end(0), folder.resolve("second")));
        InputStream before = System.in;
        System.setIn(new SequenceInputStream(first, second));
        try {
            assertThat(jvms("-")).isEqualTo(2);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void a_file_that_was_begun_when_the_one_before_was_rolled_over_may_be_empty() throws IOException {
        Receipts.ofOneJvm().puts(1).end(0).writeTo(folder.resolve("a.jsonl.1"));
        Files.createFile(folder.resolve("a.jsonl"));

        assertThat(Run.of("report", folder.toString(), "--json", "--fail-on-missing"))
                .extracting(Run::exitCode, Run::err)
                .containsExactly(0, "");

        Files.createFile(folder.resolve("a.jsonl.2"));
        assertThat(Run.of("report", folder.toString(), "--json", "--fail-on-missing")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void an_empty_file_proves_nothing() throws IOException {
        Receipts.ofOneJvm().puts(1).end(0).writeTo(folder.resolve("a.jsonl"));
        Path empty = Files.createFile(folder.resolve("b.jsonl"));

        Run run = Run.of("report", folder.toString(), "--json", "--fail-on-missing");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("not read: " + empty + ":1: the file is empty");
        assertThat(json(Run.of("report", folder.toString(), "--json"))
                        .path("verdict")
                        .asText())
                .isEqualTo("uncertain");
    }

    private static int jvms(String... words) throws IOException {
        String[] command =
                Stream.concat(Stream.of("report", "--json"), Stream.of(words)).toArray(String[]::new);
        return json(Run.of(command)).path("jvms").size();
    }

    @Test
    void a_dash_is_the_standard_input() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(
                Receipts.ofOneJvm().puts(3).end(0).text().getBytes(UTF_8)));
        try {
            assertThat(json(Run.of("report", "-", "--json")).path("receipts").asInt())
                    .isEqualTo(3);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void what_names_nothing_is_told() {
        Run missing = Run.of("report", folder + "/missing.jsonl", "--json");
        Run noMatch = Run.of("report", folder + "/*.jsonl", "--json");
        Run empty = Run.of("report", folder.toString(), "--json");

        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.err()).contains("missing.jsonl: there is no such file or folder; check the spelling");
        assertThat(noMatch.exitCode()).isEqualTo(3);
        assertThat(noMatch.err()).contains("/*.jsonl: no file matches; check the spelling");
        assertThat(empty.exitCode()).isEqualTo(1);
        assertThat(empty.err()).contains("no file of receipts was found");
    }

    @Test
    void counts_of_parts_add_up_to_the_whole_however_they_are_cut() throws IOException {
        Receipts first = Receipts.random(1, 9_000);
        Receipts second = new Receipts("2-2")
                .puts(3)
                .lose(2)
                .child("az", "none", "opt-out", List.of("A"))
                .connection("com.contoso.Sender")
                .with(Map.of("kind", "weather"))
                .put(SITE, "other", "other-pid")
                .raw("nonsense");
        Path whole = Files.createDirectories(folder.resolve("whole"));
        Path parts = Files.createDirectories(folder.resolve("parts"));
        List<String> lines = first.text().lines().toList();
        Path begin = Files.write(folder.resolve("begin"), lines.subList(0, 4_321));
        Path end = Files.write(folder.resolve("end"), lines.subList(4_321, lines.size()));
        first.writeTo(whole.resolve("first.jsonl"));
        Path other = second.writeTo(whole.resolve("second.jsonl"));

        counts(parts.resolve("1.jsonl"), begin, other);
        counts(parts.resolve("2.jsonl"), end);

        JsonNode ofParts = json(Run.of("report", parts.toString(), "--json"));
        assertThat(ofParts).isEqualTo(json(Run.of("report", whole.toString(), "--json")));
        assertThat(ofParts.path("receipts").asInt()).isEqualTo(9_007);
        assertThat(ofParts.path("lost").asInt()).isEqualTo(2);
        assertThat(page(parts)).isEqualTo(page(whole)).contains("only counted", "FROM read_json(");
    }

    private static void counts(Path file, Path... receipts) {
        Stream<String> names = Stream.of(receipts).map(Path::toString);
        Run run = Run.of(Stream.concat(Stream.of("report", "-q", "--counts", file.toString()), names)
                .toArray(String[]::new));
        assertThat(run).isEqualTo(new Run(0, "", ""));
    }

    /** Without the time at which it was made. */
    private static String page(Path receipts) {
        Run run = Run.of("report", receipts.toString(), "-o", "-", "-q");
        assertThat(run.err()).isEmpty();
        return run.out().replaceFirst("Made .* UTC", "");
    }

    @Test
    void counts_of_which_lines_are_missing_prove_nothing() throws IOException {
        Path receipts = Receipts.ofOneJvm().puts(2).end(0).writeTo(folder.resolve("receipts"));
        List<String> lines = Run.of("report", receipts.toString(), "--counts", "-")
                .out()
                .lines()
                .toList();
        Path cut = Files.write(folder.resolve("cut"), lines.subList(0, lines.size() - 1));
        Path headless = Files.write(folder.resolve("headless"), lines.subList(1, lines.size()));

        assertThat(Run.of("report", cut.toString(), "--json", "--fail-on-missing")
                        .exitCode())
                .isEqualTo(1);
        Run ofCut = Run.of("report", cut.toString(), "--json");
        assertThat(json(ofCut).path("verdict").asText()).isEqualTo("uncertain");
        assertThat(ofCut.err())
                .isEqualTo("not read: " + cut + ": these counts are cut: the last line is missing, which says how many"
                        + " there are; write them anew\n");
        assertThat(Run.of("report", headless.toString(), "--json").err())
                .contains(headless + ": these counts are cut: they had " + lines.size() + " lines, by what is said at"
                        + " their end, and " + (lines.size() - 1) + " can be read; write them anew");
    }

    @Test
    void counts_of_which_two_files_lack_as_much_prove_nothing() throws IOException {
        List<String> lines = countsOf(Receipts.ofOneJvm().puts(2).end(0));
        List<String> others = countsOf(new Receipts("2-2").puts(2).end(0));
        int half = lines.size() / 2;
        Path headless = Files.write(folder.resolve("headless"), lines.subList(half, lines.size()));
        Path cut = Files.write(folder.resolve("cut"), others.subList(0, half));

        JsonNode figures = json(Run.of("report", headless.toString(), cut.toString(), "--json"));

        assertThat(figures.path("unreadable").asInt()).isEqualTo(half + 1);
    }

    private List<String> countsOf(Receipts receipts) {
        Path file = receipts.writeTo(folder.resolve("counted"));
        return Run.of("report", file.toString(), "--counts", "-").out().lines().toList();
    }

    @Test
    void counts_of_a_jvm_that_lost_every_other_receipt_can_be_read_again() throws IOException {
        Receipts receipts = Receipts.ofOneJvm();
        for (int i = 0; i < 100_000; i++) {
            receipts.puts(1).lose(1);
        }
        Path file = receipts.end(100_000).writeTo(folder.resolve("receipts"));
        Path counted = folder.resolve("counts");
        counts(counted, file);

        assertThat(json(Run.of("report", counted.toString(), "--json")))
                .isEqualTo(json(Run.of("report", file.toString(), "--json")));
    }

    @Test
    void a_receipt_that_comes_twice_counts_once_wherever_counts_stand_among_them() throws IOException {
        Path counted = folder.resolve("counts");
        counts(counted, new Receipts(Receipts.JVM).lose(10).puts(10).end(0).writeTo(folder.resolve("last")));
        Path first = Receipts.ofOneJvm().puts(10).writeTo(folder.resolve("first"));
        Path copy = Files.copy(first, folder.resolve("copy"));

        for (List<Path> order :
                List.of(List.of(counted, first, copy), List.of(first, copy, counted), List.of(first, counted, copy))) {
            String[] command = Stream.concat(
                            Stream.of("report", "--json"), order.stream().map(Path::toString))
                    .toArray(String[]::new);
            assertThat(json(Run.of(command)).path("receipts").asInt()).isEqualTo(20);
        }
    }

    @Test
    void a_line_of_counts_that_lacks_a_figure_counts_nothing() throws IOException {
        Files.writeString(
                folder.resolve("counts.jsonl"), "{\"schemaVersion\":1,\"kind\":\"missing\",\"why\":\"opt-out\"}\n");

        assertThat(titles(json(Run.of("report", folder.toString(), "--json"))))
                .containsExactly("1 line could not be read");
    }

    @Test
    void all_starts_of_programs_are_counted_however_many_programs_there_are() throws IOException {
        Receipts receipts = Receipts.ofOneJvm().child("last.sh", "none", "opt-out", List.of());
        for (int i = 0; i < 1_500; i++) {
            receipts.child("script-" + i + ".sh", "stamped", "", List.of()).connection("com.contoso.Sender" + i);
        }
        Path file = receipts.end(0).writeTo(folder.resolve("receipts"));
        Path counted = folder.resolve("counts");
        counts(counted, file);

        assertThat(page(file))
                .contains(
                        "last.sh",
                        "<dt>child processes</dt><dd>1,501</dd>",
                        "1,301 more starts",
                        "1,500 TLS connections")
                .isEqualTo(page(counted));
    }

    @Test
    void receipts_that_were_counted_already_are_not_added_up() throws IOException {
        Path receipts = Receipts.ofOneJvm().puts(2_000).end(0).writeTo(folder.resolve("receipts"));
        Path part = folder.resolve("part");
        counts(part, receipts);
        Path copy = Files.copy(part, folder.resolve("copy"));

        for (Path again : List.of(receipts, copy)) {
            Run run = Run.of("report", part.toString(), again.toString(), "--json");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("receipts of JVM " + Receipts.JVM + " come twice", "give each part once");
        }
    }

    @Test
    void where_ends_are_required_a_jvm_that_was_killed_is_not_complete() {
        Path killed = Receipts.ofOneJvm().puts(1).writeTo(folder.resolve("killed"));
        Path ended = Receipts.ofOneJvm().puts(1).end(0).writeTo(folder.resolve("ended"));

        Run run =
                Run.of("report", killed.toString(), "-o", folder + "/page.html", "--fail-on-missing", "--require-end");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "But a program was killed or is still running: what it sent after its last receipt is not known.");
        assertThat(Run.of("report", killed.toString(), "--json", "--fail-on-missing")
                        .exitCode())
                .isZero();
        assertThat(Run.of("report", ended.toString(), "--json", "--fail-on-missing", "--require-end")
                        .exitCode())
                .isZero();
    }

    /** What our own writer writes is read by a shorter way; both must say the same of anything. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"method\":\"PUT\" | \"method\" : \"\\u0050UT\"",
                "\"n\":1,\"n\":2 | \"n\" : 1, \"n\":2",
                "\"status\":0404 | \"status\": 0404",
                "\"status\":-1 | \"status\" : -1",
                "\"status\":999999999999999 | \"status\" : 999999999999999",
                "\"status\":9999999999999999 | \"status\" : 9999999999999999",
                "\"pid\":true | \"pid\" : true",
                "\"time\":\"2026-02-30T18:00:00.000Z\" | \"time\" : \"2026-02-30T18:00:00.000Z\"",
                "\"time\":\"2026-02-28T24:00:00.000Z\" | \"time\" : \"2026-02-28T24:00:00.000Z\"",
                "\"time\":\"2026-02-28T18:00:00+01:00\" | \"time\" : \"2026-02-28T18:00:00+01:00\"",
                "\"status\":\"200\" | \"status\" : \"200\"",
                "\"time\":\"2026-02-28T18:00:00Z\" | \"time\" : \"2026-02-28T18:00:00.000Z\"",
            })
    void a_line_means_the_same_with_blanks_and_escapes(String plain, String spaced) throws IOException {
        assertThat(withoutPlace(plain)).isEqualTo(withoutPlace(spaced));
    }

    private List<String> withoutPlace(String properties) throws IOException {
        String line = Receipts.ofOneJvm()
                .with(Receipts.requestTo("PUT", SITE))
                .text()
                .strip()
                .replaceFirst("}$", "," + Matcher.quoteReplacement(properties) + "}");
        Run run = Run.of(
                "report", Files.writeString(folder.resolve("line"), line + "\n").toString(), "--counts", "-");
        return List.of(run.out(), run.err());
    }

    @Test
    void lines_are_told_by_their_numbers_also_far_into_a_long_file() throws IOException {
        Receipts receipts =
                Receipts.ofOneJvm().puts(9_000).raw("nonsense").puts(9_000).raw("more nonsense");
        Path file = receipts.writeTo(folder.resolve("long"));

        assertThat(Files.size(file)).isGreaterThan(5L << 20);
        assertThat(Run.of("report", file.toString(), "--json").err())
                .isEqualTo(
                        "not read: " + file + ":9001: it is not JSON\nnot read: " + file + ":18002: it is not JSON\n");
    }

    @Test
    void a_dash_is_the_standard_output_and_no_file() {
        Path receipts = Receipts.ofOneJvm().puts(1).end(0).writeTo(folder.resolve("receipts"));

        Run page = Run.of("report", receipts.toString(), "-o", "-");
        Run both = Run.of("report", receipts.toString(), "-o", "-", "--json");

        assertThat(page.out()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(Path.of("-")).doesNotExist();
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("only one of -o -, --counts - and --json can go to standard output");
    }

    @Test
    void without_a_place_for_the_answer_nothing_is_done() {
        Run run = Run.of("report", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("-o PAGE.html", "--json");
    }
}
