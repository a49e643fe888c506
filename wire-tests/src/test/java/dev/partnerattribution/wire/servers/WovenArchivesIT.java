package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.CommandLineJar;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.program.GroupProgram;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs as they are packed, woven by the command line and started without an agent. */
class WovenArchivesIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    private static void woven(Path program, Path output) {
        assertThat(CommandLineJar.run(
                        new StringWriter(),
                        "weave",
                        "--strip-signatures",
                        program.toString(),
                        "-o",
                        output.toString(),
                        "--guid",
                        Way.GUID))
                .isZero();
    }

    static Stream<Arguments> springBoot() {
        return InTurn.each(Stream.of(Server.SPRING_BOOT_3, Server.SPRING_BOOT_4)
                .map(Arguments::of)
                .toList());
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("springBoot")
    void an_executable_jar_of_spring_boot(Server version, Jdk jdk) {
        Path jar = directory.resolve("woven.jar");
        woven(ExecutableJar.of(version, directory), jar);

        assertStamped(JavaProgram.jar(jar).jdk(jdk), "woven-boot");
    }

    /** The woven class leaves nothing to do for the agent, which is there as well. */
    @Test
    void a_class_path_also_under_the_agent() {
        List<Path> woven = CommandLineJar.woven(Sdk.JARS, directory.resolve("woven"), Way.GUID);
        assertStamped(group(woven), "woven-class-path");
        extension.arm().reset();
        assertStamped(group(woven).agent(Jars.AGENT, "guid=" + Way.GUID), "woven-and-agent");
    }

    private static JavaProgram group(List<Path> libraries) {
        return JavaProgram.mainClass(GroupProgram.class.getName()).classPath(Jars.withPrograms(libraries));
    }

    @Test
    void a_war_in_tomcat() throws Exception {
        Tomcat tomcat = Tomcat.in(directory);
        woven(
                WebApplication.war(directory.resolve("app"), directory.resolve("app.war")),
                tomcat.file("webapps/app.war"));

        try (Launched server = tomcat.start(Jdks.running(), Flags.to(extension.arm()))) {
            String page = server.page(tomcat.address(WebApplication.deploying(extension.arm(), "woven-war")));

            assertThat(page).isEqualTo("created woven-war");
            assertThat(server.printed()).doesNotContain("SEVERE", "partner-attribution: ");
        }
        Received.assertStamped(extension.arm(), "woven-war");
    }

    private static void assertStamped(JavaProgram program, String group) {
        ProgramResult result = Machine.run(program.jvmArguments(extension.arm().jvmArguments())
                .arguments(extension.arm().endpoint().toString(), group));

        Received.assertStamped(extension.arm(), group);
        assertThat(result.stdout()).contains("created " + group);
        assertThat(Said.by(result)).isEmpty();
    }
}
