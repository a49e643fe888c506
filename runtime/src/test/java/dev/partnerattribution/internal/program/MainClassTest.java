package dev.partnerattribution.internal.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.internal.diagnostics.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_ERR)
class MainClassTest {
    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @TempDir
    Path directory;

    private static void started(String classPath, String command) {
        System.setProperty("java.class.path", classPath);
        System.setProperty("sun.java.command", command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.example.Main", "com.example.Main a b", "com.example.Main app.jar"})
    void by_name_it_is_the_first_word_of_the_command(String command) {
        started("app.jar", command);

        assertThat(MainClass.name()).isEqualTo("com.example.Main");
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.Main, , com.example.Main",
        "org.springframework.boot.loader.launch.JarLauncher, com.example.Main, com.example.Main",
        ", ,",
    })
    void of_a_jar_it_stands_in_the_manifest(String mainClass, String startClass, String expected) throws IOException {
        String jar = jar(mainClass, startClass);

        started(jar, jar);
        assertThat(MainClass.name()).isEqualTo(expected);
        started(jar, jar + " a b");
        assertThat(MainClass.name()).isEqualTo(expected);
    }

    private String jar(String mainClass, String startClass) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (mainClass != null) {
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        }
        if (startClass != null) {
            manifest.getMainAttributes().putValue("Start-Class", startClass);
        }
        Path jar = directory.resolve("my app.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar.toString();
    }

    @Test
    void behind_the_launcher_of_spring_boot_it_stands_in_a_manifest_on_the_class_path() throws IOException {
        String launcher = "org.springframework.boot.loader.launch.JarLauncher";
        String jar = jar(launcher, "com.example.Main");

        started(directory + File.pathSeparator + jar, launcher + " a b");
        assertThat(MainClass.name()).isEqualTo("com.example.Main");

        Files.createDirectory(directory.resolve("META-INF"));
        Files.writeString(
                directory.resolve("META-INF/MANIFEST.MF"),
                "Manifest-Version: 1.0\nStart-Class: com.example.Exploded\n");
        assertThat(MainClass.name()).isEqualTo("com.example.Exploded");

        started("gone", launcher);
        assertThat(MainClass.name()).isEqualTo(launcher);
    }

    @Test
    void of_a_module_the_jvm_tells() {
        started("", "com.example.app/com.example.Main a b");
        System.setProperty("jdk.module.main.class", "com.example.Main");

        assertThat(MainClass.name()).isEqualTo("com.example.Main");
    }

    @Test
    void it_is_unknown_where_the_jvm_does_not_tell_or_the_jar_is_gone() {
        System.clearProperty("sun.java.command");
        assertThat(MainClass.name()).isNull();

        started("gone.jar", "gone.jar a b");
        assertThat(MainClass.name()).isNull();
    }
}
