package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnippetTest {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String OFFER = "pid-contoso-app-partnercenter";

    @ParameterizedTest
    @ValueSource(strings = {"terraform", "python", "dotnet", "powershell", "go", "javascript", "java"})
    void each_has_the_id_and_no_gap_left(String language) {
        for (String[] id : new String[][] {{"--guid", GUID}, {"--tracking-id", OFFER}}) {
            Run run = Run.of("snippet", language, id[0], id[1]);

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains(id[1]).doesNotContain("{{").endsWith("\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "terraform, with the prefix it sends pid-pid-",
        "go, cuts it after 24 characters",
        "dotnet, throws above 24 characters",
        "powershell, with a space in it the whole value is lost",
        "python, the ID would be sent twice",
        "javascript, does not read AZURE_HTTP_USER_AGENT",
    })
    void each_names_its_trap(String language, String trap) {
        assertThat(Run.of("snippet", language, "--guid", GUID).out()).contains(trap);
    }

    @Test
    void terraform_gets_a_bare_guid_and_of_a_marketplace_id_none() {
        assertThat(Run.of("snippet", "terraform", "--guid", GUID).out())
                .contains("partner_id = \"" + GUID + "\"")
                .doesNotContain("= \"pid-");
        assertThat(Run.of("snippet", "terraform", "--tracking-id", OFFER).out())
                .contains("disable_terraform_partner_id = true")
                .doesNotContain("partner_id = \"");
    }

    @ParameterizedTest
    @CsvSource({"--guid, " + GUID, "--tracking-id, " + OFFER, "--trackingId, " + OFFER})
    void that_for_java_compiles(String option, String id, @TempDir Path folder) throws IOException {
        Path source = folder.resolve("DeployTool.java");
        Files.writeString(source, Run.of("snippet", "java", option, id).out());

        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-Werror", "-d", folder.toString(), source.toString());

        assertThat(code).isZero();
        assertThat(folder.resolve("DeployTool.class")).exists();
    }

    @Test
    void without_an_id_it_is_said_how_to_give_one() {
        Run run = Run.of("snippet", "go");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("say --guid GUID, or --tracking-id ID")
                .contains("partner-attribution snippet --help");
    }

    @Test
    void an_id_that_is_none_is_told_why() {
        Run run = Run.of("snippet", "go", "--guid", "pid-" + GUID);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--guid: ").contains("remove the prefix");
    }

    @Test
    void a_language_that_there_is_none_for_is_answered_with_those_there_are() {
        assertThat(Run.of("snippet", "cobol", "--guid", GUID).err())
                .contains("\"cobol\" is not one of: terraform, python, dotnet, powershell, go, javascript, java");
    }
}
