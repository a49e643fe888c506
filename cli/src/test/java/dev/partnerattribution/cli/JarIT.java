package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.cli.Jar.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jar holds, and how little of it a small command needs. */
class JarIT {
    private static final long MEGABYTE = 1 << 20;

    private static String read(JarFile jar, String name) throws IOException {
        try (var in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Test
    void it_is_executable_and_has_code_for_several_java_versions() throws IOException {
        try (JarFile jar = new JarFile(Jar.FILE.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();

            assertThat(manifest.getValue("Main-Class")).isEqualTo(Main.class.getName());
            assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
            assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
            assertThat(jar.stream().map(ZipEntry::getName))
                    .doesNotHaveDuplicates()
                    .noneMatch(name -> name.endsWith("module-info.class") || name.endsWith(".SF"));
        }
    }

    @Test
    void services_are_there_and_its_own_requests_are_not_stamped() throws IOException {
        try (JarFile jar = new JarFile(Jar.FILE.toFile())) {
            assertThat(read(jar, "META-INF/services/com.azure.core.http.HttpClientProvider"))
                    .contains("JdkHttpClientProvider");
            assertThat(read(jar, "META-INF/services/org.slf4j.spi.SLF4JServiceProvider"))
                    .contains("NOP");
            assertThat(jar.stream().map(ZipEntry::getName))
                    .noneMatch(name -> name.startsWith("META-INF/services/") && name.contains("PolicyProvider"));
        }
    }

    @Test
    void the_licence_is_ours_and_each_work_of_others_is_named_with_its_own() throws IOException {
        try (JarFile jar = new JarFile(Jar.FILE.toFile())) {
            String thirdParty = read(jar, "META-INF/THIRD-PARTY");
            List<String> inside = Files.readString(Path.of(System.getProperty("cli.dependencies")))
                    .replaceAll("\u001b\\[[0-9;]*m", "")
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.contains(":jar:"))
                    .toList();

            assertThat(read(jar, "META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("..", "LICENSE")));
            assertThat(read(jar, "META-INF/NOTICE")).contains("Jackson", "FastDoubleParser");
            assertThat(inside).hasSizeGreaterThan(15);
            assertThat(inside)
                    .filteredOn(artifact -> !artifact.startsWith("dev.partnerattribution:"))
                    .allSatisfy(artifact -> assertThat(thirdParty).contains(artifact.split(":", -1)[1]));
        }
    }

    /** A quarter of them is Byte Buddy, which weave needs. */
    @Test
    void it_has_at_most_seventeen_megabytes() throws IOException {
        assertThat(Files.size(Jar.FILE)).isLessThan(18 * MEGABYTE);
    }

    @Test
    void jackson_is_there_once() throws IOException {
        try (JarFile jar = new JarFile(Jar.FILE.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .filteredOn(name -> name.endsWith("/ObjectMapper.class"))
                    .containsExactly("com/fasterxml/jackson/databind/ObjectMapper.class");
        }
    }

    /** Nobody who prints a GUID waits for Azure's SDK. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "id new",
                "snippet go --guid 7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                "env bash --guid 7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                "verify --help"
            })
    void a_command_that_does_not_ask_azure_does_not_load_its_sdk(String command) {
        Result result = new Jar().jvm(List.of("-Xlog:class+load:stderr")).with(command.split(" ", -1));

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("dev.partnerattribution.cli.Main");
        assertThat(result.err()).doesNotContain("com.azure", "reactor.core", "com.fasterxml.jackson.databind");
    }
}
