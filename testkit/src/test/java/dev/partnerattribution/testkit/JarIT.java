package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JarIT {

    private static final Path JAR = Path.of(System.getProperty("testkit.jar"));

    @Test
    void of_other_libraries_there_is_nothing_by_its_own_name() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
                    .hasSizeGreaterThan(1000)
                    .allMatch(
                            name -> name.startsWith("dev/partnerattribution/testkit/") || name.startsWith("META-INF/"));
            assertThat(jar.stream().map(JarEntry::getName).filter(name -> name.startsWith("META-INF/services/")))
                    .filteredOn(name -> !name.endsWith("/"))
                    .containsExactly("META-INF/services/org.junit.platform.launcher.LauncherSessionListener");
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("dev.partnerattribution.testkit");
        }
    }

    @Test
    void the_jar_needs_nothing_beside_it() {
        ProgramResult result = JavaProgram.mainClass(PutsAGroup.class.getName())
                .classPath(List.of(JAR, Path.of("target", "test-classes")))
                .run()
                .orFail();

        assertThat(result.stdout())
                .isEqualTo("1 201 PUT localhost" + PutsAGroup.GROUP + " | " + PutsAGroup.TOKEN + "\n");
    }
}
