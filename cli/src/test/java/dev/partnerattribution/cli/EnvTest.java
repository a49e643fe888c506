package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.children.ChildEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scripts, run: they leave the same environment as the class that decides it for child processes, but that the ID comes
 * first where it shares a variable, and is never the last word.
 */
class EnvTest {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String OFFER = "pid-contoso-app-partnercenter";
    private static final String OTHER = "pid-0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10";

    static Stream<Arguments> shells_ids_and_environments() {
        List<Map<String, String>> environments = List.of(
                Map.of(),
                Map.of("AZURE_HTTP_USER_AGENT", "cloud-shell/1.0", "AZURE_DEV_USER_AGENT", ""),
                Map.of("AZURE_HTTP_USER_AGENT", "a pid-" + GUID + " b", "ARM_PARTNER_ID", "mine"),
                Map.of("AZURE_HTTP_USER_AGENT", OTHER),
                Map.of("AZURE_HTTP_USER_AGENT", "x pid-fabrikam-offer-partnercenter"),
                Map.of("AZURE_HTTP_USER_AGENT", "pid-short not-a-pid-" + GUID),
                Map.of("AZUREPS_HOST_ENVIRONMENT", "cloud-shell", "ARM_DISABLE_PULUMI_PARTNER_ID", "false"),
                Map.of("ARM_PARTNER_ID", "", "AZUREPS_HOST_ENVIRONMENT", ""),
                Map.of("PARTNER_ATTRIBUTION_OPT_OUT", "True"),
                Map.of("PARTNER_ATTRIBUTION_OPT_OUT", "yes"),
                Map.of("PARTNER_ATTRIBUTION_OPTOUT", "true"),
                Map.of("PARTNER_ATTRIBUTION_OPT_OUT", "false"));
        return Stream.of("bash", "sh").flatMap(shell -> Stream.of("--guid " + GUID, "--tracking-id " + OFFER)
                .flatMap(id -> environments.stream().map(before -> Arguments.of(shell, id, before))));
    }

    @ParameterizedTest
    @MethodSource("shells_ids_and_environments")
    void a_shell_that_runs_it_once_or_twice_has_what_a_child_process_would_be_handed(
            String shell, String id, Map<String, String> before) throws Exception {
        String script = Run.of(("env bash " + id).split(" ", -1)).out();

        Map<String, String> handed = new TreeMap<>(before);
        TrackingId trackingId = id.startsWith("--guid") ? TrackingId.ofGuid(GUID) : TrackingId.parse(OFFER);
        new ChildEnvironment(trackingId).addTo(handed);
        for (String name : List.of("AZURE_HTTP_USER_AGENT", "AZURE_DEV_USER_AGENT")) {
            handed.computeIfPresent(name, (same, value) -> idFirst(trackingId.token(), before.get(name), value));
        }
        assertThat(after(before, shell, "-euc", script + "env")).isEqualTo(handed);
        assertThat(after(before, shell, "-euc", script + script + "env")).isEqualTo(handed);
    }

    private static String idFirst(String token, String before, String handed) {
        if (handed.equals(before)) {
            return handed;
        }
        return token + " " + (before == null || before.isEmpty() ? "partner-attribution" : before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "sh"})
    void an_id_that_others_are_glued_to_is_there_all_the_same(String shell) throws Exception {
        String script = Run.of("env", "bash", "--guid", GUID).out();
        for (String glued :
                List.of(OTHER + "+x/1", "x/1;" + OTHER, "x/1 (" + OTHER + ")", "x/1,pid-a-partnercenter,y")) {
            Map<String, String> before = Map.of("AZURE_HTTP_USER_AGENT", glued, "AZURE_DEV_USER_AGENT", glued);

            assertThat(after(before, shell, "-euc", script + "env"))
                    .containsAllEntriesOf(before)
                    .doesNotContainKey("ARM_PARTNER_ID");
        }
        assertThat(after(Map.of("AZURE_HTTP_USER_AGENT", "pid-" + GUID + "+x/1"), shell, "-euc", script + "env"))
                .containsEntry("AZURE_HTTP_USER_AGENT", "pid-" + GUID + "+x/1")
                .containsEntry("ARM_PARTNER_ID", GUID);
    }

    /** What a step of a workflow hands to the steps after it. */
    @Test
    void a_github_step_writes_what_the_next_steps_shall_have(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("env");
        String step = Run.of("env", "github", "--guid", GUID).out();
        String script = step.substring(step.indexOf("run: |") + 7).indent(-4);

        after(
                Map.of("AZURE_HTTP_USER_AGENT", "GitHubActions/1", "GITHUB_ENV", file.toString()),
                "bash",
                "-euc",
                script);

        assertThat(Files.readString(file))
                .isEqualTo(
                        """
                        AZURE_HTTP_USER_AGENT=pid-%1$s GitHubActions/1
                        AZURE_DEV_USER_AGENT=pid-%1$s partner-attribution
                        AZUREPS_HOST_ENVIRONMENT=pid-%1$s
                        ARM_PARTNER_ID=%1$s
                        """
                                .formatted(GUID));
    }

    @Test
    void a_pipeline_step_sets_variables_for_the_next_steps() throws Exception {
        String step = Run.of("env", "azure-pipelines", "--tracking-id", OFFER).out();
        String script = step.substring(step.indexOf("bash: |") + 8, step.indexOf("  displayName"))
                .indent(-4);

        Process process = process(Map.of(), "bash", "-euc", script);

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8).lines())
                .containsExactly(
                        "##vso[task.setvariable variable=AZURE_HTTP_USER_AGENT]" + OFFER + " partner-attribution",
                        "##vso[task.setvariable variable=AZURE_DEV_USER_AGENT]" + OFFER + " partner-attribution",
                        "##vso[task.setvariable variable=AZUREPS_HOST_ENVIRONMENT]" + OFFER,
                        "##vso[task.setvariable variable=ARM_DISABLE_TERRAFORM_PARTNER_ID]true",
                        "##vso[task.setvariable variable=ARM_DISABLE_PULUMI_PARTNER_ID]true");
    }

    @Test
    void a_dockerfile_appends_to_what_the_base_image_has_and_fills_what_it_lacks() {
        assertThat(Run.of("env", "dockerfile", "--guid", GUID).out())
                .endsWith(
                        """
                        ENV AZURE_HTTP_USER_AGENT="pid-%1$s ${AZURE_HTTP_USER_AGENT:-partner-attribution}" \\
                            AZURE_DEV_USER_AGENT="pid-%1$s ${AZURE_DEV_USER_AGENT:-partner-attribution}" \\
                            AZUREPS_HOST_ENVIRONMENT="${AZUREPS_HOST_ENVIRONMENT:-pid-%1$s}" \\
                            ARM_PARTNER_ID="${ARM_PARTNER_ID:-%1$s}"
                        """
                                .formatted(GUID));
    }

    @Test
    void powershell_sets_each_variable_under_the_same_conditions() {
        assertThat(Run.of("env", "powershell", "--guid", GUID).out())
                .contains(
                        "if (\"${Env:PARTNER_ATTRIBUTION_OPT_OUT}${Env:PARTNER_ATTRIBUTION_OPTOUT}\" -in '', '0', 'false')")
                .contains("foreach ($name in 'AZURE_HTTP_USER_AGENT', 'AZURE_DEV_USER_AGENT')")
                .contains("if (-not $value) { $value = 'partner-attribution' }", "\"pid-" + GUID + " $value\"")
                .contains("if (-not (Test-Path Env:AZUREPS_HOST_ENVIRONMENT)) { $Env:AZUREPS_HOST_ENVIRONMENT = 'pid-"
                        + GUID)
                .contains("if (-not (Test-Path Env:ARM_PARTNER_ID)) { $Env:ARM_PARTNER_ID = '" + GUID + "' }");
    }

    private static Map<String, String> after(Map<String, String> before, String... command) throws Exception {
        Process process = process(before, command);
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        Map<String, String> environment = new TreeMap<>();
        for (String line : printed.split("\n", -1)) {
            if (line.matches("(AZURE|ARM|PARTNER).*=.*")) {
                environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return environment;
    }

    private static Process process(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Arrays.asList(command)).redirectErrorStream(true);
        Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", System.getenv("PATH"));
        builder.environment().clear();
        builder.environment().putAll(all);
        return builder.start();
    }
}
