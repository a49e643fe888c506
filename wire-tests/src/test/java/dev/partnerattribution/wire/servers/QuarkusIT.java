package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Doctor;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Way;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout that a Quarkus build makes unless told otherwise, with a class loader of its own. */
class QuarkusIT {
    private static final String GROUP = "quarkus";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    static Path directory;

    @BeforeAll
    static void build() throws InterruptedException {
        Project.named("quarkus").copiedTo(directory);
        Sdk.addSources(directory.resolve("src/main/java"));
        Maven.of(directory, "package", "-Dquarkus.version=" + Server.QUARKUS.version());
    }

    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("dev.partnerattribution.wire.servers.Machine#jdks")
    void an_application_carries_the_tracking_id(Jdk jdk) {
        ProgramResult result = Machine.run(JavaProgram.jar(starter())
                .jdk(jdk)
                .agent(Jars.AGENT, "guid=" + Way.GUID)
                .jvmArguments(extension.arm().jvmArguments())
                .arguments(extension.arm().endpoint().toString(), GROUP));

        Received.assertStamped(extension.arm(), GROUP);
        assertThat(result.stdout()).contains("created " + GROUP).doesNotContain("ERROR");
        assertThat(Said.by(result)).isEmpty();
    }

    @Test
    void the_doctor_finds_the_application_by_the_jar_that_starts_it() {
        Doctor doctor = Doctor.of(starter().toString(), true);

        assertThat(doctor.ways()).as(doctor.json()).containsExactly("Azure SDK for Java: its managers");
        assertThat(doctor.saysCovered()).as(doctor.json()).isTrue();
    }

    private static Path starter() {
        return directory.resolve("target/quarkus-app/quarkus-run.jar");
    }
}
