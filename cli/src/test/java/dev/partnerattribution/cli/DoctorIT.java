package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.cli.Jar.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor through the jar, asked by somebody who may not read everything. */
class DoctorIT {
    @TempDir
    Path folder;

    @Test
    void what_may_not_be_read_is_named_and_the_rest_looked_at() throws IOException {
        Path application = Files.createDirectory(folder.resolve("application"));
        Files.copy(Jar.FILE, application.resolve("open.jar"));
        Path closed = Files.copy(Jar.FILE, application.resolve("closed.jar"));
        Files.setPosixFilePermissions(closed, Set.of());

        Result whole = Jar.unprivileged(folder).with("doctor", "application");
        Result alone = Jar.unprivileged(folder).with("doctor", "application/closed.jar");

        assertThat(whole.exitCode()).isEqualTo(3);
        assertThat(whole.out())
                .contains("NOT SURE", "application/closed.jar: access is denied", "application/open.jar")
                .doesNotContain("Exception");
        assertThat(alone.exitCode()).isEqualTo(3);
        assertThat(alone.out()).isEmpty();
        assertThat(alone.err()).contains("closed.jar: access is denied").hasLineCount(1);
    }

    @Test
    void a_jvm_of_another_user_does_not_answer() throws IOException {
        Result result = Jar.unprivileged(folder).with("doctor", "1");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("process 1 does not answer as a JVM").hasLineCount(1);
    }
}
