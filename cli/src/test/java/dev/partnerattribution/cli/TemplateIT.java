package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.cli.Jar.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates through the jar: what is written, what never is, and the exit codes. */
class TemplateIT {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String TEMPLATE =
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "resources": [
                {
                  "type": "Microsoft.Storage/storageAccounts",
                  "apiVersion": "2022-09-01",
                  "name": "acct"
                }
              ]
            }
            """;

    @TempDir
    Path folder;

    private Path template;

    @BeforeEach
    void write_a_template() throws IOException {
        template = folder.resolve("azuredeploy.json");
        Files.writeString(template, TEMPLATE);
    }

    private Result run(String... arguments) {
        return new Jar().in(folder).with(arguments);
    }

    @Test
    void stamping_a_folder_puts_the_id_in_and_the_check_then_finds_nothing() throws IOException {
        assertThat(run("template", "check", ".").exitCode()).isEqualTo(1);

        Result stamped = run("template", "stamp", "--guid", GUID, ".");
        assertThat(stamped.exitCode()).isZero();
        assertThat(stamped.err()).isEmpty();
        assertThat(stamped.out()).contains("azuredeploy.json").contains("pid-" + GUID);
        assertThat(Files.readString(template)).containsOnlyOnce("\"pid-" + GUID + "\"");

        Result checked = run("template", "check", "--fail-on", "note", ".");
        assertThat(checked.exitCode()).as(checked.out()).isZero();

        String once = Files.readString(template);
        assertThat(run("template", "stamp", "--guid", GUID, "azuredeploy.json").exitCode())
                .isZero();
        assertThat(template).hasContent(once);
    }

    @Test
    void a_dry_run_prints_a_diff_that_patch_takes_and_writes_nothing() throws IOException {
        Tool.require("patch");
        Result dry = run("template", "stamp", "--guid", GUID, "--dry-run", "azuredeploy.json");
        assertThat(dry.exitCode()).isZero();
        assertThat(template).hasContent(TEMPLATE);

        Files.writeString(folder.resolve("change.diff"), dry.out());
        Result patched =
                new Jar().in(folder).bash("patch -p0 < change.diff >&2 && $CLI template check azuredeploy.json");
        assertThat(patched.exitCode()).as(patched.err()).isZero();
    }

    @Test
    void patch_takes_the_diff_of_a_file_with_a_space_and_of_an_absolute_path() throws IOException {
        Tool.require("patch");
        Path spaced = folder.resolve("my app/azuredeploy.json");
        Files.createDirectories(spaced.getParent());
        Files.writeString(spaced, TEMPLATE);
        for (String name : new String[] {"my app/azuredeploy.json", template.toString()}) {
            Result dry = run("template", "stamp", "--guid", GUID, "--dry-run", name);
            Files.writeString(folder.resolve("change.diff"), dry.out());
            Result patched = new Jar().in(folder).bash("patch -p0 < change.diff >&2 && $CLI template check .");
            assertThat(patched.err()).doesNotContain("Ignoring").contains("patching file");
        }
        assertThat(Files.readString(spaced)).contains(GUID);
        assertThat(Files.readString(template)).contains(GUID);
    }

    @Test
    void the_wishes_of_a_partner_are_taken() throws IOException {
        Path bicep = folder.resolve("main.bicep");
        Files.writeString(bicep, "targetScope = 'subscription'\n");
        assertThat(run("template", "check", "--skip", "PAT003=deployed by hand", "main.bicep")
                        .exitCode())
                .isZero();
        assertThat(run("template", "check", "--skip", "PAT003", "main.bicep").exitCode())
                .isEqualTo(2);
        String[] wishes = {"--name", "literal", "--opt-out-parameter", "telemetryOptOut"};
        Result stamped =
                run("template", "stamp", "--guid", GUID, wishes[0], wishes[1], wishes[2], wishes[3], "main.bicep");
        assertThat(stamped.exitCode()).as(stamped.err()).isZero();
        assertThat(Files.readString(bicep)).contains("name: 'pid-" + GUID + "'", "if (!telemetryOptOut) {");
        assertThat(new Jar()
                        .in(folder)
                        .bash("$CLI template check --format github - < main.bicep")
                        .exitCode())
                .isZero();
    }

    @Test
    void a_folder_in_which_no_template_is_a_main_one_says_why() throws IOException {
        Files.createDirectories(folder.resolve("modules"));
        Files.move(template, folder.resolve("modules/a.json"));
        Result result = run("template", "stamp", "--guid", GUID, ".");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("a.json: not stamped: it is in a folder of linked templates");
    }

    @Test
    void what_is_refused_ends_with_1_and_the_others_are_stamped() throws IOException {
        Path other = folder.resolve("other.json");
        Files.writeString(
                other,
                TEMPLATE.replace("Microsoft.Storage/storageAccounts", "Microsoft.Resources/deployments")
                        .replace("\"acct\"", "\"pid-0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10\""));

        Result result = run("template", "stamp", "--guid", GUID, "other.json", "azuredeploy.json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("other.json").contains("pid-0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10");
        assertThat(Files.readString(other)).doesNotContain(GUID);
        assertThat(Files.readString(template)).contains(GUID);
    }

    @Test
    void a_package_that_is_named_is_told_once_however_it_is_spelled() throws IOException {
        Path zip = folder.resolve("app.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : new String[] {"mainTemplate.json", "disk.json"}) {
                out.putNextEntry(new ZipEntry(name));
                out.write(TEMPLATE.getBytes(UTF_8));
            }
        }

        Result result = run("template", "stamp", "--guid", GUID, ".//app.zip", "azuredeploy.json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("./app.zip:1:1: refused: it is a zip package");
        assertThat(Files.readString(template)).contains(GUID);
    }

    @Test
    void sarif_names_the_rule_and_the_exit_code_is_that_of_the_text() {
        Result result = run("template", "check", "--format", "SARIF", "azuredeploy.json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("\"2.1.0\"", "PAT003", "azuredeploy.json");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void a_missing_file_ends_with_3_and_nothing_is_written() {
        for (String command : new String[] {"stamp --guid " + GUID, "check"}) {
            Result result = run(("template " + command + " azuredeploy.json absent.json").split(" ", -1));

            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .isEqualTo(
                            "partner-attribution: absent.json: there is no such file or folder; check the spelling\n");
        }
        assertThat(template).hasContent(TEMPLATE);
    }

    @Test
    void a_folder_without_templates_is_told() throws IOException {
        Files.writeString(template, "{}");

        for (String command : new String[] {"stamp --guid " + GUID, "check"}) {
            Result result = run(("template " + command + " .").split(" ", -1));
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).matches("no (main )?template was found: name its file, or the folder it is in\n");
        }
    }

    @Test
    void where_nothing_may_be_written_the_file_stays_and_nothing_is_left_beside_it() throws IOException {
        Jar unprivileged = Jar.unprivileged(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Result result = unprivileged.in(folder).with("template", "stamp", "--guid", GUID, "azuredeploy.json");

            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).contains("azuredeploy.json").contains("access is denied");
            assertThat(template).hasContent(TEMPLATE);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("cli.jar")))
                        .containsExactly("azuredeploy.json");
            }
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void what_may_not_be_read_is_a_finding_and_keeps_nothing_else_from_being_checked() throws IOException {
        Jar unprivileged = Jar.unprivileged(folder);
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(template, PosixFilePermissions.fromString("-w-------"));
        try {
            for (String unreadable : new String[] {"closed", "azuredeploy.json"}) {
                Result result = unprivileged.in(folder).with("template", "check", unreadable);
                assertThat(result.exitCode()).as(unreadable).isEqualTo(1);
                assertThat(result.out())
                        .contains(unreadable + ":1:1: error PAT001")
                        .contains("Access to it is denied.");
            }
            Files.writeString(
                    folder.resolve("mainTemplate.json"),
                    "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\","
                            + " \"contentVersion\": \"1.0.0.0\", \"resources\": []}");
            assertThat(unprivileged.in(folder).with("template", "check", ".").out())
                    .contains("closed:1:1: error PAT001", "mainTemplate.json:1:");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
