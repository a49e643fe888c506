package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.program.BarePipelineProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A program and azure-core as named modules. */
class ModulePathIT {
    private static final List<Path> LIBRARIES =
            Libraries.of("com.azure:azure-core:1.61.0", "com.azure:azure-core-http-jdk-httpclient:1.1.7");

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    static Path module;

    /** The same source as elsewhere, in a module that requires nothing of ours. */
    @BeforeAll
    static void compile_the_program() throws IOException {
        Path info =
                Files.writeString(module.resolve("module-info.java"), "module program { requires com.azure.core; }");
        Path source = Path.of(System.getProperty("program.sources"))
                .resolve(BarePipelineProgram.class.getName().replace('.', '/') + ".java");

        int result = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-proc:none",
                        "-nowarn",
                        "--release",
                        "17",
                        "-d",
                        module.toString(),
                        "--module-path",
                        joined(LIBRARIES),
                        info.toString(),
                        source.toString());

        assertThat(result).isZero();
    }

    static Stream<Arguments> combinations() {
        return Jdks.installed().stream().filter(jdk -> jdk.version() >= 17).flatMap(jdk -> Stream.of(Way.values())
                .map(way -> Arguments.of(jdk, way)));
    }

    @ParameterizedTest(name = "JDK {0}, {1}")
    @MethodSource("combinations")
    void named_modules_are_stamped(Jdk jdk, Way way) {
        List<Path> modulePath = new ArrayList<>(way.classPath(LIBRARIES));
        modulePath.add(module);

        ProgramResult result = way.equip(JavaProgram.module("program/" + BarePipelineProgram.class.getName())
                        .modulePath(modulePath))
                .jdk(jdk)
                .jvmArguments(extension.arm().jvmArguments())
                .jvmArguments(Brief.JVM)
                .arguments(extension.arm().endpoint().toString())
                .run()
                .orFail();

        RecordedRequests requests = extension.arm().requests();
        UserAgents.assertStamped(requests.at("/library/"));
        if (way.reachesEveryPipeline()) {
            UserAgents.assertStamped(requests);
        }
        assertThat(result.stderr()).doesNotContain("partner-attribution");
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
