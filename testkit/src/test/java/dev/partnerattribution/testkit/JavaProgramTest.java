package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the server of JavaProgramTest")
class JavaProgramTest {

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @Test
    void a_program_gets_its_arguments_properties_and_environment_and_no_input() {
        ProgramResult result = sample("echo", "a b", "", "\"q\"")
                .systemProperty("sample", "p q")
                .environment("SAMPLE_SET", "from here")
                .run()
                .orFail();

        assertThat(result.exitCode()).isZero();
        assertThat(result.stdout().lines())
                .containsExactly(
                        "arguments echo|a b||\"q\"",
                        "property p q",
                        "set from here",
                        "inherited true",
                        "version " + Runtime.version().feature(),
                        "input -1");
        assertThat(result.stderr()).isEqualToIgnoringNewLines("to stderr");
    }

    @Test
    void a_variable_can_be_taken_away() {
        String stdout = sample("echo")
                .environment("SAMPLE_SET", "x")
                .withoutEnvironment("SAMPLE_SET")
                .withoutEnvironment("PATH")
                .run()
                .orFail()
                .stdout();

        assertThat(stdout).contains("set null", "inherited false");
    }

    @Test
    void the_exit_code_is_given_and_a_failure_shows_all() {
        ProgramResult result = sample("exit", "7").run();

        assertThat(result.exitCode()).isEqualTo(7);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(result::orFail)
                .withMessageContainingAll("ended with 7", "stdout:", "stderr:");
    }

    @Test
    void big_output_on_both_streams_is_read_whole() {
        ProgramResult result = sample("flood", "5000").run().orFail();

        assertThat(result.stdout().lines()).hasSize(5000).allMatch(line -> line.length() == 1023);
        assertThat(result.stderr().lines()).hasSize(5000);
    }

    @Test
    void when_its_time_is_up_it_is_killed_with_all_it_started() throws Exception {
        ProgramResult result = sample("parent").timeLimit(Duration.ofSeconds(6)).run();

        assertThat(result.exitCode()).isEqualTo(ProgramResult.KILLED);
        assertThat(isGone(Long.parseLong(result.stdout().strip()))).isTrue();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(result::orFail)
                .withMessageContaining("killed when its time was up");
    }

    @Test
    void a_child_left_behind_does_not_hold_up_the_result() {
        Instant start = Instant.now();
        ProgramResult result = sample("orphan").run().orFail();
        ProcessHandle.of(Long.parseLong(result.stdout().strip())).ifPresent(ProcessHandle::destroyForcibly);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void who_is_interrupted_kills_it() throws Exception {
        ProgramResult[] result = new ProgramResult[1];
        boolean[] interrupted = new boolean[1];
        Thread runner = new Thread(() -> {
            result[0] = sample("sleep").run();
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        runner.start();
        runner.interrupt();
        runner.join(20_000);

        assertThat(result[0].exitCode()).isEqualTo(ProgramResult.KILLED);
        assertThat(interrupted[0]).isTrue();
    }

    @Test
    void the_command_line_has_everything_in_its_place() {
        Jdk jdk = new Jdk(Path.of("home"), 25);
        Path jar = Path.of("a.jar");

        assertThat(JavaProgram.jar(jar)
                        .jdk(jdk)
                        .agent(jar, "")
                        .agent(jar, "k=v")
                        .arguments("x")
                        .command())
                .containsExactly(
                        jdk.program("java").toString(),
                        "-javaagent:a.jar",
                        "-javaagent:a.jar=k=v",
                        "-jar",
                        "a.jar",
                        "x");
        assertThat(JavaProgram.module("m/c")
                        .jdk(jdk)
                        .modulePath(List.of(jar, jar))
                        .jvmArguments("-Xint")
                        .command())
                .containsExactly(
                        jdk.program("java").toString(),
                        "--module-path",
                        "a.jar" + java.io.File.pathSeparator + "a.jar",
                        "-Xint",
                        "--module",
                        "m/c");
    }

    @Test
    void bad_arguments_are_refused_where_they_are_given() {
        assertThatIllegalArgumentException().isThrownBy(() -> sample("echo").timeLimit(Duration.ZERO));
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> sample("echo").jdk(null));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() ->
                        sample("echo").jdk(new Jdk(Path.of("nowhere"), 17)).run());
    }

    @Test
    void every_jdk_here_finds_and_trusts_the_server(LoopbackArm arm) {
        for (Jdk jdk : Jdks.installed()) {
            if (jdk.version() >= 17) {
                String url = arm.endpoint("westeurope.management.azure.com")
                        .resolve("/tenants")
                        .toString();
                String stdout = sample("get", url)
                        .jdk(jdk)
                        .jvmArguments(arm.jvmArguments())
                        .run()
                        .orFail()
                        .stdout();
                assertThat(stdout).isEqualToIgnoringNewLines("200");
            }
        }
        assertThat(arm.requests().toHost("westeurope.management.azure.com"))
                .isNotEmpty()
                .isEqualTo(arm.requests());
    }

    @Test
    void another_jdk_can_run_it() {
        Optional<Jdk> other = Jdks.installed().stream()
                .filter(jdk -> jdk.version() >= 17 && !jdk.equals(Jdks.running()))
                .findFirst();
        Assumptions.assumeTrue(other.isPresent(), "SKIPPED: no second JDK from 17 on is installed");

        assertThat(sample("echo").jdk(other.get()).run().orFail().stdout())
                .contains("version " + other.get().version());
    }

    private static JavaProgram sample(String... arguments) {
        return JavaProgram.mainClass(Sample.class.getName())
                .classPath(JavaProgram.currentClassPath())
                .arguments(arguments);
    }

    private static boolean isGone(long pid) throws InterruptedException {
        for (int i = 0;
                i < 100 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
                i++) {
            Thread.sleep(50);
        }
        return !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
