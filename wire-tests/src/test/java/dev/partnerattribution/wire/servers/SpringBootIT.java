package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Libraries;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Executable jars of Spring Boot, made by its own tools: the SDK lies in jars within the jar. */
class SpringBootIT {
    private static final String GROUP = "spring-boot";
    private static final Map<Server, Path> EXECUTABLE = new ConcurrentHashMap<>();

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    static Path directory;

    static Stream<Arguments> combinations() {
        return InTurn.each(Stream.of(Server.SPRING_BOOT_2, Server.SPRING_BOOT_3, Server.SPRING_BOOT_4)
                .map(Arguments::of)
                .toList());
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("combinations")
    void an_executable_jar_carries_the_tracking_id(Server version, Jdk jdk) {
        ProgramResult result =
                Machine.run(JavaProgram.jar(EXECUTABLE.computeIfAbsent(version, SpringBootIT::executable))
                        .jdk(jdk)
                        .agent(Jars.AGENT, "guid=" + Way.GUID)
                        .jvmArguments(extension.arm().jvmArguments())
                        .arguments(extension.arm().endpoint().toString(), GROUP));

        Received.assertStamped(extension.arm(), GROUP);
        assertThat(result.stdout()).contains("created " + GROUP);
        assertThat(Said.by(result)).isEmpty();
    }

    private static Path executable(Server version) {
        try {
            Path work = Files.createTempDirectory(directory, "boot");
            List<Path> boot = Libraries.of("org.springframework.boot:spring-boot:" + version.version());
            Path classes = Project.named("spring-boot").compiled(boot, work.resolve("classes"));
            Path jar = Tree.packed(classes, work.resolve("deploy.jar"));
            return repackaged(version, jar, boot, work);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path repackaged(Server version, Path jar, List<Path> boot, Path work) {
        List<Path> tools = Libraries.of("org.springframework.boot:spring-boot-loader-tools:" + version.version());
        List<Path> classPath = new ArrayList<>(tools);
        classPath.add(Project.named("repackage").compiled(tools, work.resolve("tool")));
        Path executable = work.resolve("executable.jar");
        List<String> arguments = new ArrayList<>(List.of(jar.toString(), executable.toString()));
        Stream.concat(boot.stream(), Sdk.JARS.stream())
                .distinct()
                .map(Path::toString)
                .forEach(arguments::add);
        Machine.run(JavaProgram.mainClass("com.contoso.build.Repackage")
                .classPath(classPath)
                .arguments(arguments.toArray(new String[0])));
        return executable;
    }
}
