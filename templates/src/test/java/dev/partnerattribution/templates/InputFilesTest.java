package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partnerattribution.templates.TemplateFile.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check never passes because nothing was looked at. */
class InputFilesTest {
    private static final String BARE = Written.armText("deploymentTemplate", "", "");
    private static final String STAMPED = Written.armText("deploymentTemplate", "", Written.empty("pid-G"));
    private static final String GENERATED =
            "\"metadata\": { \"_generator\": { \"name\": \"bicep\", \"version\": \"0.30\" } },";

    @TempDir
    Path folder;

    private List<TemplateFile> find(String... names) throws IOException {
        return TemplateFiles.find(
                Stream.of(names).map(name -> folder + "/" + name).toList());
    }

    private static List<Rule> rules(List<TemplateFile> files) {
        return new TemplateCheck()
                .check(files).findings().stream().map(Finding::rule).toList();
    }

    private Role role(String name) throws IOException {
        return find(".").stream()
                .filter(file -> file.path().endsWith(name))
                .findFirst()
                .orElseThrow()
                .role();
    }

    @Test
    void names_that_differ_in_case_are_two_files_where_the_system_has_two() throws IOException {
        Written.file(folder, "AzureDeploy.json", STAMPED);
        Written.file(folder, "azuredeploy.json", BARE);
        try (Stream<Path> files = Files.list(folder)) {
            assumeTrue(files.count() == 2, "skipped: this file system has one file for names that differ in case only");
        }
        assertThat(rules(find("."))).containsExactly(Rule.MISSING_PID);
    }

    @Test
    void a_link_to_a_folder_is_followed_and_a_file_counts_once() throws IOException {
        Written.file(folder, "real/azuredeploy.json", BARE);
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        assertThat(find("link")).singleElement().satisfies(file -> assertThat(file.name())
                .isEqualTo(folder + "/link/azuredeploy.json"));
        assertThat(find("link", "real", "real/../real/azuredeploy.json", "**/*.json"))
                .hasSize(1);
    }

    @Test
    void one_file_that_can_not_be_read_hides_no_other() throws IOException {
        Path secret = Written.file(folder, "a/azuredeploy.json", BARE);
        Written.file(folder, "b/azuredeploy.json", BARE);
        secret.toFile().setReadable(false);
        assumeTrue(!Files.isReadable(secret), "skipped: this user reads everything");
        assertThat(rules(find("."))).containsExactly(Rule.UNREADABLE, Rule.MISSING_PID);
    }

    @Test
    void a_glob_means_the_same_everywhere() throws IOException {
        Written.file(folder, "a/b.json", BARE);
        Written.file(folder, "a/x/y/b.json", BARE);
        Written.file(folder, "a/x/c.json", BARE);
        assertThat(find("a/**/b.json")).hasSize(2);
        assertThat(find("**/b.json")).hasSize(2);
        assertThat(find("a/*/?.json")).hasSize(1);
        assertThat(find("a/{b,x/c}.json")).hasSize(2);
        assertThat(find("a/[!c].json")).hasSize(1);
    }

    @Test
    void a_dash_is_standard_input() throws IOException {
        InputStream before = System.in;
        try {
            for (String text : List.of(BARE, "param x string\n")) {
                System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
                List<TemplateFile> files = TemplateFiles.find(List.of("-"));
                assertThat(rules(files)).containsExactly(Rule.MISSING_PID);
                assertThat(files.get(0).isToBeStamped()).isFalse();
            }
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void who_is_deployed_by_its_tests_or_by_a_wrapper_only_stays_a_main_template() throws IOException {
        Written.file(folder, "avm/main.bicep", "param x string\n");
        Written.file(folder, "avm/tests/e2e/main.test.bicep", "module m '../../main.bicep' = {\n  name: 'm'\n}\n");
        Written.file(folder, "avm/examples/main.bicep", "module m '../main.bicep' = {\n  name: 'm'\n}\n");
        Written.file(folder, "wrapper/main.bicep", "module m '../avm/main.bicep' = {\n  name: 'm'\n}\n");
        Written.file(folder, "app/main.bicep", "module m 'net/main.bicep' = {\n  name: 'm'\n}\n");
        Written.file(folder, "app/net/main.bicep", "param x string\n");
        assertThat(role("avm/main.bicep")).isEqualTo(Role.MAIN);
        assertThat(role("main.test.bicep")).isEqualTo(Role.COMPANION);
        assertThat(role("app/main.bicep")).isEqualTo(Role.MAIN);
        assertThat(role("app/net/main.bicep")).isEqualTo(Role.LINKED);
        assertThat(find(".")).filteredOn(file -> file.role() != Role.MAIN).allSatisfy(file -> assertThat(file.why())
                .contains("main.bicep"));
    }

    @Test
    void what_bicep_compiles_is_left_alone_and_said_once() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            Written.file(folder, name + "/main.bicep", Written.emptyBicep("'pid-G'"));
            Written.file(folder, name + "/main.json", Written.armText("deploymentTemplate", GENERATED, ""));
        }
        Written.file(
                folder, "alone/main.json", Written.armText("deploymentTemplate", GENERATED, Written.empty("pid-G")));
        List<TemplateFile> files = find(".");
        assertThat(files)
                .filteredOn(TemplateFile::isToBeStamped)
                .extracting(file -> file.path().getFileName().toString())
                .containsExactly("main.bicep", "main.json", "main.bicep", "main.bicep")
                .hasSize(4);
        CheckReport report = new TemplateCheck().check(files);
        assertThat(report.findings()).isEmpty();
        assertThat(ReportFormat.TEXT.format(report))
                .containsOnlyOnce("Bicep compiles it")
                .contains("2 more");
        assertThat(find("a/main.json", "a/main.bicep"))
                .extracting(file -> Stamping.of(Ids.OURS).stamp(file))
                .satisfies(outcomes ->
                        assertThat(((Refused) outcomes.get(0)).reason()).isEqualTo(Refused.Reason.COMPILED_TEMPLATE));
    }

    @Test
    void links_through_variables_and_imports_are_followed() throws IOException {
        Written.file(
                folder,
                "x.json",
                Written.armText(
                        "deploymentTemplate",
                        "\"variables\": { \"uris\": { \"x\": \"[uri(deployment().properties.templateLink.uri, 'parts/y.json')]\" } },",
                        "{ \"type\": \"Microsoft.Resources/deployments\", \"name\": \"n\", \"properties\": { \"templateLink\": "
                                + "{ \"uri\": \"[variables('uris').x]\" } } }"));
        Written.file(folder, "parts/y.json", BARE);
        Written.file(folder, "z.bicep", "import { a } from 'shared.bicep'\nimport * as all from 'more.bicep'\n");
        Written.file(folder, "shared.bicep", "@export()\nvar a = 1\n");
        Written.file(folder, "more.bicep", "@export()\nvar a = 1\n");
        assertThat(find("."))
                .extracting(file -> file.path().getFileName().toString(), TemplateFile::role)
                .containsExactly(
                        tuple("more.bicep", Role.LINKED),
                        tuple("y.json", Role.LINKED),
                        tuple("shared.bicep", Role.LINKED),
                        tuple("x.json", Role.MAIN),
                        tuple("z.bicep", Role.MAIN));
    }

    private Path zip(Charset names, String... entries) throws IOException {
        Path zip = folder.resolve("app.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file, names)) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(BARE.getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    @Test
    void a_name_in_a_package_forges_no_finding_and_moves_no_cursor() throws IOException {
        zip(StandardCharsets.UTF_8, "\u001b[31m\u202e\nfake.json:1:1: ok/azuredeploy.json");
        CheckReport report = new TemplateCheck().check(find("app.zip"));
        for (ReportFormat format : List.of(ReportFormat.TEXT, ReportFormat.GITHUB)) {
            assertThat(format.format(report).lines()).hasSize(2).noneMatch(line -> line.startsWith("fake.json"));
            assertThat(format.format(report)).doesNotContain("\u001b", "\u202e").contains("\\u001b[31m");
        }
        assertThat(Stamping.of(Ids.OURS)
                        .stamp(Template.of("\u001b[2J\nx.json", new byte[0]))
                        .message())
                .doesNotContain("\u001b", "\n");
    }

    @Test
    void a_package_with_names_of_an_old_system_is_read() throws IOException {
        zip(Charset.forName("IBM437"), "b\u00fccher/azuredeploy.json");
        assertThat(rules(find("app.zip"))).containsExactly(Rule.MISSING_PID);
    }
}
