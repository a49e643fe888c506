package dev.partnerattribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.policy.AfterRetryPolicyProvider;
import dev.partnerattribution.internal.ResolvedAttribution;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the jar is made of. */
class BuiltClassesTest {
    private static final int JAVA_8 = 52;
    private static final int JAVA_9 = 53;
    private static final String AZURE = "dev.partnerattribution.azure";

    private static final Path CLASSES = classes();
    private static final Path MODULE = CLASSES.resolve("META-INF/versions/21/module-info.class");

    private static Path classes() {
        try {
            return Path.of(ResolvedAttribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_class_runs_on_java_8_but_the_module_declaration() throws IOException {
        List<Path> classFiles;
        try (Stream<Path> files = Files.walk(CLASSES)) {
            classFiles =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
        }

        assertThat(classFiles).hasSizeGreaterThanOrEqualTo(20).allSatisfy(file -> assertThat(majorVersion(file))
                .isEqualTo(file.endsWith("module-info.class") ? JAVA_9 : JAVA_8));
        assertThat(classFiles)
                .filteredOn(file -> file.endsWith("module-info.class"))
                .containsExactly(MODULE);
    }

    private static int majorVersion(Path classFile) {
        try (InputStream in = Files.newInputStream(classFile)) {
            DataInputStream data = new DataInputStream(in);
            assertThat(data.readInt()).isEqualTo(0xcafebabe);
            assertThat(data.readUnsignedShort()).as("minor").isZero();
            return data.readUnsignedShort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_module_requires_nothing_at_run_time_and_gives_azure_core_its_policy() throws IOException {
        ModuleDescriptor module = declared();

        assertThat(module.name()).isEqualTo("dev.partnerattribution.runtime");
        assertThat(module.isOpen()).isFalse();
        assertThat(module.exports())
                .filteredOn(exports -> !exports.isQualified())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrder("dev.partnerattribution", AZURE);
        assertThat(module.exports())
                .filteredOn(ModuleDescriptor.Exports::isQualified)
                .allSatisfy(exports ->
                        assertThat(exports.targets()).allMatch(target -> target.startsWith("dev.partnerattribution.")));
        assertThat(module.packages())
                .filteredOn(name -> !name.startsWith("dev.partnerattribution.internal"))
                .containsExactlyInAnyOrder("dev.partnerattribution", AZURE);
        assertThat(module.uses()).containsExactly(AttributionConfiguration.class.getName());
        assertThat(module.provides()).singleElement().satisfies(provided -> {
            assertThat(provided.service()).isEqualTo(AfterRetryPolicyProvider.class.getName());
            assertThat(provided.providers()).containsExactly(AZURE + ".AttributionPolicyProvider");
        });
        assertThat(module.requires())
                .filteredOn(required -> !required.modifiers().contains(Modifier.STATIC))
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactly("java.base");
    }

    private static ModuleDescriptor declared() throws IOException {
        try (InputStream in = Files.newInputStream(MODULE)) {
            return ModuleDescriptor.read(in, BuiltClassesTest::packages);
        }
    }

    private static Set<String> packages() {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("dev"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> CLASSES.relativize(file.getParent()).toString().replace(File.separatorChar, '.'))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_service_file_says_the_same_to_the_class_path() throws IOException {
        Path services = CLASSES.resolve("META-INF/services");

        try (Stream<Path> files = Files.list(services)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactly(AfterRetryPolicyProvider.class.getName());
        }
        assertThat(Files.readString(services.resolve(AfterRetryPolicyProvider.class.getName()), UTF_8))
                .isEqualToIgnoringNewLines(AZURE + ".AttributionPolicyProvider");
    }
}
