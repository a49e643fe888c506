package dev.partnerattribution.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerattribution.AttributionConfiguration;
import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.wire.program.Annotated;
import dev.partnerattribution.wire.program.DeployProgram;
import dev.partnerattribution.wire.program.Launching;
import dev.partnerattribution.wire.program.SmallProgram.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Annotated programs of which nothing was generated, or that something else starts than the JVM: they send their own ID. */
class AnnotatedProgramIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    private LoopbackArm arm;

    @TempDir
    Path directory;

    @BeforeEach
    void start(LoopbackArm running) {
        arm = running;
    }

    /** Under what an annotation means something; the ID is given nowhere else. */
    enum Under {
        AGENT,
        RUNTIME_JAR,
        BOTH;

        JavaProgram equip(JavaProgram program, List<Path> classPath) {
            List<Path> whole = new ArrayList<>(classPath);
            if (this != AGENT) {
                whole.add(Jars.RUNTIME);
            }
            JavaProgram equipped = program.classPath(whole);
            return this == RUNTIME_JAR ? equipped : equipped.agent(Jars.AGENT, "");
        }
    }

    private JavaProgram small(JavaProgram program, Under under, Path... more) {
        return under.equip(program, SmallRun.classPath(more))
                .jvmArguments(arm.jvmArguments())
                .jvmArguments(Brief.JVM);
    }

    private String[] arguments() {
        return new String[] {"http://management.azure.com:" + arm.port() + "/", Policies.AS_USUAL.name()};
    }

    @ParameterizedTest
    @EnumSource
    void the_annotation_itself_counts_where_nothing_was_generated(Under under) {
        SmallRun.assertStamped(
                arm,
                small(JavaProgram.mainClass(DeployProgram.class.getName()), under)
                        .arguments(arguments()));
    }

    /** As after a compilation of the other alone into the same folder. */
    @ParameterizedTest
    @EnumSource
    void the_main_class_counts_before_another_that_a_service_file_names(Under under) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.write(
                services.resolve(AttributionConfiguration.class.getName()),
                List.of(Annotated.One.class.getName()),
                UTF_8);

        SmallRun.assertStamped(
                arm,
                small(JavaProgram.mainClass(DeployProgram.class.getName()), under, directory)
                        .arguments(arguments()));
    }

    @ParameterizedTest
    @EnumSource
    void a_program_is_found_behind_what_launches_it(Under under) {
        SmallRun.assertStamped(
                arm,
                small(JavaProgram.mainClass(Launching.class.getName()), under)
                        .arguments(DeployProgram.class.getName())
                        .arguments(arguments()));
    }

    /** {@code java Tool.java}: it compiles in memory, without any processor. */
    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("dev.partnerattribution.wire.servers.Machine#jdks")
    void a_program_that_is_started_as_a_source_file(Jdk jdk) throws IOException {
        Path source = Files.writeString(
                directory.resolve("Tool.java"),
                """
                @dev.partnerattribution.PartnerAttribution(guid = "%s")
                class Tool {
                    public static void main(String[] arguments) throws Exception {
                        dev.partnerattribution.wire.program.SmallProgram.main(arguments);
                    }
                }
                """
                        .formatted(Way.GUID));

        SmallRun.assertStamped(
                arm,
                small(JavaProgram.mainClass(source.toString()), Under.BOTH)
                        .jdk(jdk)
                        .arguments(arguments()));
    }
}
