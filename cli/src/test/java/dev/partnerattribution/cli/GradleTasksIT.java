package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Gradle build with the tasks that the documentation has for it. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GradleTasksIT {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String TEMPLATE =
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "resources": []
            }
            """;

    private static final String PROGRAM =
            """
            public class Tool {
                public static void main(String[] args) throws Exception {
                    new java.net.URL(args[0]).openStream().close();
                }
            }
            """;

    @TempDir
    Path folder;

    private Path gradle;
    private Path source;
    private Path built;

    /** How a build ended. */
    private record Build(int exitCode, String printed) {}

    @BeforeEach
    void lay_out() throws IOException {
        gradle = Tool.require("gradle");
        source = write("src/main/resources/azuredeploy.json", TEMPLATE);
        built = folder.resolve("build/resources/main/azuredeploy.json");
        write("settings.gradle", "rootProject.name = 'fresh'\n");
        write(
                "build.gradle",
                "apply plugin: 'java'\n"
                        + Pages.of("docs/maven-plugin.md").block("groovy")
                        + Pages.of("docs/weave.md").block("groovy"));
        write("src/main/java/Tool.java", PROGRAM);
        Files.copy(Jar.FILE, Files.createDirectory(folder.resolve("tools")).resolve("partner-attribution-cli.jar"));
    }

    /** Runs where the assumption above failed, too. */
    @AfterEach
    void stop_the_daemon() throws Exception {
        if (gradle != null) {
            gradle("--stop");
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void they_stamp_and_weave_what_is_built_and_find_what_is_not_stamped() throws Exception {
        Build build = gradle("--offline", "check", "weave");
        assertThat(build.exitCode()).as(build.printed()).isZero();
        assertThat(build.printed())
                .contains("attributed.jar: 1 class woven (http-url-connection); tracking ID pid-" + GUID);
        assertThat(folder.resolve("build/libs/attributed.jar")).exists();
        assertThat(Files.readString(built)).containsOnlyOnce("pid-" + GUID);
        assertThat(source).hasContent(TEMPLATE);

        Build unstamped = gradle("--offline", "clean", "processResources", "checkTemplates", "-x", "stampTemplates");
        assertThat(unstamped.exitCode()).isEqualTo(1);
        assertThat(unstamped.printed()).contains("error PAT003", "Execution failed for task ':checkTemplates'");
    }

    private Build gradle(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(gradle.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("GRADLE_USER_HOME", folder.resolve("home").toString());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process gradle = builder.start();
        gradle.getOutputStream().close();
        String printed = new String(gradle.getInputStream().readAllBytes(), UTF_8);
        return new Build(gradle.waitFor(), printed);
    }
}
