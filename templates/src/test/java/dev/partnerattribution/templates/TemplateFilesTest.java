package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.partnerattribution.templates.TemplateFile.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateFilesTest {
    private static final String TEMPLATE =
            "{\"$schema\":\"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\",\"resources\":[]}";
    private static final String FORM =
            "{\"$schema\":\"https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#\"}";
    private static final String LINKING = TEMPLATE.replace(
            "[]",
            """
            [{"type":"Microsoft.Resources/deployments","name":"a","properties":{"templateLink":
            {"uri":"[uri(parameters('_artifactsLocation'), concat('parts/disk.json', parameters('sas')))]"}}},
            {"type":"Microsoft.Resources/deployments","name":"b","properties":{"templateLink":{"relativePath":"./parts/net.json"}}}]
            """);

    @TempDir
    Path folder;

    @BeforeEach
    void templates_of_an_application() throws IOException {
        write("app/mainTemplate.json", LINKING);
        write("app/createUiDefinition.json", FORM);
        write("app/parts/disk.json", TEMPLATE);
        write("app/parts/net.json", TEMPLATE);
        write("app/parts/loose.json", TEMPLATE);
        write("app/nestedtemplates/vm.json", TEMPLATE);
        write("app/package.json", "{\"name\":\"x\"}");
        write("app/broken.json", "not even JSON");
        write("app/.git/azuredeploy.json", TEMPLATE);
        write("app/node_modules/x/azuredeploy.json", TEMPLATE);
        write("other/storage.json", TEMPLATE);
        write("other/storage.bicep", "module m 'm.bicep' = {\n  name: 'm'\n}\n");
        write("other/m.bicep", "");
    }

    @Test
    void what_another_file_deploys_and_what_is_in_a_package_is_refused() throws IOException {
        Path linking = folder.resolve("app/mainTemplate.json");
        Path linked = folder.resolve("app/parts/net.json");
        Path zip = zip("app.zip", Map.of("mainTemplate.json", TEMPLATE));
        List<TemplateFile> files = TemplateFiles.find(List.of(linking.toString(), linked.toString(), zip.toString()));

        assertThat(files.stream().map(Stamping.of(Ids.OURS)::stamp).distinct())
                .satisfiesExactly(
                        main -> assertThat(main).isInstanceOf(Stamped.class),
                        other -> assertThat(other.message())
                                .startsWith(linked + ":1:1: refused: another of these files"),
                        entry -> assertThat(entry.message()).startsWith(zip + ":1:1: refused: it is a zip package"));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<TemplateFile> find(String... names) throws IOException {
        return TemplateFiles.find(
                Stream.of(names).map(name -> folder + "/" + name).toList());
    }

    private String name(TemplateFile file) {
        String path = folder.relativize(file.path()).toString().replace('\\', '/');
        return file.entry().isEmpty() ? path : path + "!/" + file.entry();
    }

    @Test
    void a_folder_gives_what_is_azure_s_each_in_its_role() throws IOException {
        assertThat(find("app", "other"))
                .extracting(
                        this::name, TemplateFile::role, file -> file.template().kind())
                .containsExactly(
                        tuple("app/createUiDefinition.json", Role.COMPANION, FileKind.CREATE_UI_DEFINITION),
                        tuple("app/mainTemplate.json", Role.MAIN, FileKind.ARM_TEMPLATE),
                        tuple("app/nestedtemplates/vm.json", Role.LINKED, FileKind.ARM_TEMPLATE),
                        tuple("app/parts/disk.json", Role.LINKED, FileKind.ARM_TEMPLATE),
                        tuple("app/parts/loose.json", Role.COMPANION, FileKind.ARM_TEMPLATE),
                        tuple("app/parts/net.json", Role.LINKED, FileKind.ARM_TEMPLATE),
                        tuple("other/m.bicep", Role.LINKED, FileKind.BICEP),
                        tuple("other/storage.bicep", Role.MAIN, FileKind.BICEP),
                        tuple("other/storage.json", Role.MAIN, FileKind.ARM_TEMPLATE));
    }

    @Test
    void what_is_stamped_in_a_folder_are_the_main_templates_on_disk() throws IOException {
        zip("app.zip", Map.of("mainTemplate.json", TEMPLATE));
        assertThat(find("."))
                .filteredOn(TemplateFile::isToBeStamped)
                .extracting(file -> file.path().getFileName().toString())
                .containsExactly("mainTemplate.json", "storage.bicep", "storage.json");
    }

    @Test
    void a_file_that_is_named_itself_is_a_main_template_whatever_lies_beside_it() throws IOException {
        assertThat(find("app/parts/loose.json", "app/mainTemplate.json"))
                .extracting(this::name, TemplateFile::role)
                .containsExactly(tuple("app/parts/loose.json", Role.MAIN), tuple("app/mainTemplate.json", Role.MAIN));
    }

    @Test
    void a_glob_gives_the_files_that_match_each_once() throws IOException {
        assertThat(find("**/*.bicep", "other/*.{bicep,json}", "app/parts/n?t.json"))
                .extracting(this::name)
                .containsExactly("other/m.bicep", "other/storage.bicep", "other/storage.json", "app/parts/net.json");
    }

    @Test
    void what_names_nothing_is_said() {
        for (String nothing : List.of("missing.json", "missing/*.json", "app/*.bicep", "app/[.json")) {
            assertThatThrownBy(() -> find(nothing))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessageContaining(":");
        }
    }

    @Test
    void only_main_templates_must_have_a_pid_and_linked_ones_must_not() throws IOException {
        Path linked = folder.resolve("app/parts/net.json");
        Files.write(linked, ((Stamped) Stamping.of(Ids.OURS).stamp(Template.read(linked))).bytes());
        CheckReport report = new TemplateCheck().check(find("app"));
        assertThat(report.findings())
                .extracting(finding -> Path.of(finding.file()).getFileName().toString(), Finding::rule)
                .containsExactly(tuple("mainTemplate.json", Rule.NESTED_PID), tuple("net.json", Rule.LINKED_PID));
        assertThat(report.worst()).isEqualTo(Rule.Level.ERROR);
        assertThat(report.templates()).isEqualTo(5);
    }

    private Path zip(String name, Map<String, String> entries) throws IOException {
        Path zip = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    @Test
    void a_package_is_checked_in_memory() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("../escape/mainTemplate.json", TEMPLATE);
        entries.put("mainTemplate.json", "// " + LINKING.replace("\n", "").replace("{\"$schema\"", "\n{\"$schema\""));
        entries.put("parts/disk.json", TEMPLATE);
        entries.put("createUiDefinition.json", FORM);
        entries.put("scripts/package.json", "{}");
        zip("app.zip", entries);
        CheckReport report = new TemplateCheck().check(find("app.zip"));
        assertThat(report.findings())
                .extracting(
                        finding -> finding.file().substring(folder.toString().length() + 1), Finding::rule)
                .contains(
                        tuple("app.zip!/mainTemplate.json", Rule.COMMENTS),
                        tuple("app.zip!/mainTemplate.json", Rule.MISSING_PID))
                .noneMatch(finding -> finding.toString().contains("disk.json"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("app", "app.zip", "other");
        }
    }

    @Test
    void a_package_without_a_main_template_at_its_top_is_found() throws IOException {
        zip("app.zip", Map.of("app/mainTemplate.json", TEMPLATE, "app/createUiDefinition.json", FORM));
        assertThat(new TemplateCheck().check(find("app.zip")).findings())
                .filteredOn(finding -> finding.rule() == Rule.NO_MAIN_TEMPLATE)
                .singleElement()
                .satisfies(finding -> assertThat(finding.file()).endsWith("app.zip"));
    }

    @Test
    void a_zip_of_something_else_gives_nothing() throws IOException {
        zip("other.zip", Map.of("package.json", "{}"));
        assertThat(new TemplateCheck().check(find("other.zip")).findings()).isEmpty();
    }

    @Test
    void a_zip_bomb_is_read_no_further_than_the_limits() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        String spaces = " ".repeat(Template.MAX_BYTES + 1000);
        for (int i = 0; i < 6; i++) {
            entries.put("bomb" + i + "/deploymentTemplate.bicep", spaces);
        }
        Path zip = zip("bomb.zip", entries);
        assertThat(Files.size(zip)).isLessThan(200_000);
        List<Finding> findings = new TemplateCheck().check(find("bomb.zip")).findings();
        assertThat(findings)
                .extracting(Finding::rule)
                .containsOnly(Rule.UNREADABLE)
                .hasSize(4);
        assertThat(findings.get(0).why()).contains("16 MiB");
        assertThat(findings.get(3).why()).contains("64 MiB");
    }

    @Test
    void a_package_with_too_many_entries_or_none_at_all_is_said() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i <= dev.partnerattribution.templates.internal.files.ZipPackage.MAX_ENTRIES; i++) {
            entries.put(i + ".txt", "");
        }
        zip("many.zip", entries);
        write("broken.zip", "PK, but no zip");
        assertThat(new TemplateCheck().check(find("many.zip", "broken.zip")).findings())
                .extracting(Finding::rule, finding -> finding.position().toString())
                .containsExactly(tuple(Rule.UNREADABLE, "1:1"), tuple(Rule.UNREADABLE, "1:1"));
    }
}
