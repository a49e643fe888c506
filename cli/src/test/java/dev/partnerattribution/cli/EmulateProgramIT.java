package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.cli.Jar.Result;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that emulate starts. On a port of their own, as for those who may not open 443: each request comes by the proxy.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmulateProgramIT {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String PID = "pid-" + GUID;

    @TempDir
    Path folder;

    private static String[] emulating(List<String> command, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("emulate", "--port"));
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            arguments.add(Integer.toString(socket.getLocalPort()));
        }
        arguments.addAll(List.of(options));
        arguments.add("--");
        arguments.addAll(command);
        return arguments.toArray(String[]::new);
    }

    private static Result emulate(List<String> command, String... options) throws Exception {
        return Jar.run(emulating(command, options));
    }

    /** Its code knows of no emulation; the class path has no agent. */
    private static List<String> java(String option, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Jar.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                option,
                "-cp",
                Jar.FILE + ":" + Path.of("target", "test-classes").toAbsolutePath(),
                DeployingProgram.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    @Test
    void a_program_logs_in_and_deploys_unchanged_and_each_request_is_shown_as_it_came() throws Exception {
        Result result = emulate(java("-Dpartner.attribution.guid=" + GUID, "default", "0"), "--expect", GUID);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("made demo\n");
        assertThat(result.err().lines().filter(line -> line.startsWith("emulate: ")))
                .contains(
                        "emulate: 201 PUT /subscriptions/" + Emulated.SUBSCRIPTION + "/resourcegroups/demo",
                        "emulate:     " + PID)
                .endsWith("emulate: 2 ARM requests, 2 with " + PID);
    }

    @Test
    void without_a_tracking_id_it_ends_with_1_also_as_a_managed_identity() throws Exception {
        Result result = emulate(java("-Dany", "managed-identity", "0"));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(result.err())
                .contains("emulate: 2 ARM requests, 2 without a tracking ID\n")
                .endsWith("emulate: not attributed: each request must carry a tracking ID, once and alone\n");
    }

    @Test
    void another_tracking_id_than_the_one_expected_ends_with_1() throws Exception {
        String other = "4a6e61c5-9c0e-4d3b-8f57-6d1f0c2b7a90";

        Result result = emulate(java("-Dpartner.attribution.guid=" + GUID, "default", "0"), "--expect", other);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(result.err()).endsWith("each request must carry pid-" + other + ", once and alone\n");
    }

    @Test
    void a_program_that_fails_ends_with_4_whatever_it_sent() throws Exception {
        Result result = emulate(java("-Dpartner.attribution.guid=" + GUID, "default", "3"));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
        assertThat(result.err())
                .contains("emulate: 2 ARM requests, 2 with " + PID + "\n")
                .endsWith("emulate: the program ended with 3\n");
    }

    @Test
    void the_input_is_the_programs_and_no_request_ends_with_1() throws Exception {
        Path input = Files.writeString(folder.resolve("input"), "for the program");
        Process process = new ProcessBuilder(new Jar().command(emulating(List.of("cat"))))
                .redirectInput(input.toFile())
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo("for the program");
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                .contains("emulate: 0 ARM requests\nemulate: none came: ");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void what_can_not_be_started_or_makes_no_sense_is_told() throws Exception {
        Result missing = emulate(List.of("no-such-program"));

        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.err()).contains("partner-attribution: the program could not be started", "no-such-program");
        assertThat(Run.of("emulate", "--json", "--", "true").exitCode()).isEqualTo(2);
        assertThat(Run.of("emulate", "--expect", GUID).exitCode()).isEqualTo(2);
        assertThat(Run.of("emulate", "--expect", "pid-no", "--", "true").exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_signal_reaches_the_program_and_the_summary_follows_its_end() throws Exception {
        Process process = new Jar()
                .start(emulating(List.of(
                        "bash", "-c", "trap 'echo tidied up; exit 0' TERM; echo ready; while :; do sleep 0.1; done")));
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        assertThat(out.readLine()).isEqualTo("ready");

        // Process.destroy would close what there is still to read.
        process.toHandle().destroy();

        assertThat(out.readLine()).isEqualTo("tidied up");
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).contains("emulate: 0 ARM requests\n");
    }
}
