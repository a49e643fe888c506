package dev.partnerattribution.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequests;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExamplesIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    /** On the JDK of the build, the demo shows it; the third, which has the flag alone, the wire tests on each. */
    @ParameterizedTest
    @EnumSource(names = {"ANNOTATED", "SPRING_BOOT"})
    void every_request_carries_the_tracking_id_once_on_each_other_jdk(Example example) {
        List<Jdk> others = Jdks.installed().stream()
                .filter(jdk -> jdk.version() >= 17 && !jdk.equals(Jdks.running()))
                .toList();
        assumeFalse(others.isEmpty(), "SKIPPED: no second JDK from 17 on is installed");
        for (Jdk jdk : others) {
            extension.arm().reset();
            assertAttributed(run(example.attributed(extension.arm()), jdk));
        }
    }

    @Test
    void under_the_agent_an_annotated_program_needs_no_option_and_no_runtime_jar() {
        List<Path> classPath = Example.classPath("annotated.jar").stream()
                .filter(entry -> !entry.toString().contains("partner-attribution-runtime"))
                .toList();
        JavaProgram program = Example.ANNOTATED.bare(extension.arm()).classPath(classPath);

        assertAttributed(run(Example.underAgent(program, ""), Jdks.running()));
    }

    @Test
    void an_annotation_inside_a_spring_boot_jar_needs_no_option_of_the_agent() throws IOException {
        Path jar = Files.copy(Example.jar("spring-boot.jar"), directory.resolve("annotated-boot.jar"));
        addConfiguration(jar);
        JavaProgram program = Example.deploying(JavaProgram.jar(jar), extension.arm());

        assertAttributed(run(Example.underAgent(program, ""), Jdks.running()));
    }

    /** Puts what the processor generated for the annotated example where a Spring Boot jar has its own classes. */
    private static void addConfiguration(Path bootJar) throws IOException {
        try (FileSystem from = FileSystems.newFileSystem(Example.jar("annotated.jar"));
                FileSystem to = FileSystems.newFileSystem(bootJar)) {
            for (String file : List.of(
                    "META-INF/services/dev.partnerattribution.AttributionConfiguration",
                    "com/contoso/deploy/DeployToolAttribution.class")) {
                Path target = to.getPath("BOOT-INF/classes", file);
                Files.createDirectories(target.getParent());
                Files.copy(from.getPath(file), target);
            }
        }
    }

    private static ProgramResult run(JavaProgram program, Jdk jdk) {
        return program.jdk(jdk).run().orFail();
    }

    private static void assertAttributed(ProgramResult result) {
        assertThat(deployed()).allSatisfy(request -> {
            assertThat(request.userAgents()).hasSize(1);
            assertThat(request.userAgent()).matches("azsdk-java-.*[^ ] " + Example.TOKEN);
            assertThat(request.userAgent().toLowerCase(Locale.ROOT)).containsOnlyOnce("pid-");
        });
        assertThat(result.stderr().lines()).noneMatch(line -> line.startsWith("partner-attribution"));
    }

    /** All requests of a program that did its work. */
    private static RecordedRequests deployed() {
        LoopbackArm arm = extension.arm();
        assertThat(arm.requests().methods("PUT")).hasSize(3);
        assertThat(arm.requests().methods("PUT").at("/storageAccounts/")).hasSize(1);
        assertThat(arm.requests().methods("PUT").at("/deployments/")).hasSize(1);
        assertThat(arm.requests().at("/operationresults/")).isNotEmpty();
        assertThat(arm.requests().toHost("management.azure.com")).isEqualTo(arm.requests());
        return arm.requests();
    }
}
