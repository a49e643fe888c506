package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdksTest {

    @TempDir
    Path directory;

    @Test
    void the_running_jdk_is_among_those_installed_and_found_by_its_version() {
        assertThat(Jdks.running().version()).isEqualTo(Runtime.version().feature());
        assertThat(Jdks.installed())
                .contains(Jdks.running())
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparingInt(Jdk::version).thenComparing(Jdk::home));
        assertThat(Jdks.ofVersion(Runtime.version().feature())).hasValue(Jdks.running());
        assertThat(Jdks.ofVersion(3)).isEmpty();
        assertThat(Jdks.running().program("java")).isExecutable();
    }

    @Test
    void a_machine_with_one_jdk_will_do() throws IOException {
        Jdk only = jdk("only", 21, "21.0.1");

        assertThat(Jdks.installed(only, Map.of())).containsExactly(only);
        assertThat(Jdks.installed(new Jdk(directory.resolve("gone"), 17), Map.of("JAVA_HOME", "/nowhere")))
                .hasSize(2);
    }

    @Test
    void siblings_and_those_the_environment_names_are_found_once_each() throws IOException {
        Jdk running = jdk("lib/jvm/a-running", 17, "17.0.15");
        Jdk old = jdk("lib/jvm/b-old", 8, "1.8.0_402");
        Jdk early = jdk("opt/early", 26, "26-ea");
        Files.createDirectories(directory.resolve("lib/jvm/empty"));
        Files.createSymbolicLink(directory.resolve("lib/jvm/default"), running.home());
        Jdk broken = jdk("lib/jvm/broken", 0, "unknown");

        assertThat(Jdks.installed(
                        running,
                        Map.of(
                                "JAVA_HOME", old.home().toString(),
                                "JAVA_HOME_26", early.home().toString(),
                                "JAVA_HOME_9", "\0",
                                "OTHER", broken.home().toString())))
                .containsExactly(old, running, early);
    }

    private Jdk jdk(String name, int feature, String version) throws IOException {
        Path home = Files.createDirectories(directory.toRealPath().resolve(name));
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        assertThat(Files.createFile(java).toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return new Jdk(home, feature);
    }
}
