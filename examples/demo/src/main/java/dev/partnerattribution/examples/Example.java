package dev.partnerattribution.examples;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The example programs, and how each comes by its attribution. */
enum Example {
    ANNOTATED(
            "An annotated main class, with the runtime jar on its class path. No flag.",
            "java -cp deploy-tool.jar:partner-attribution-runtime.jar:... com.contoso.deploy.DeployTool") {
        @Override
        JavaProgram program() {
            return JavaProgram.mainClass("com.contoso.deploy.DeployTool").classPath(classPath("annotated.jar"));
        }

        @Override
        JavaProgram attributed(LoopbackArm arm) {
            return bare(arm);
        }
    },
    LEGACY(
            "A program as it is, with nothing of ours on its class path. One flag.",
            "java " + Example.FLAG + " -cp ... com.contoso.legacy.NightlyDeployment") {
        @Override
        JavaProgram program() {
            return JavaProgram.mainClass("com.contoso.legacy.NightlyDeployment").classPath(classPath("legacy.jar"));
        }
    },
    SPRING_BOOT(
            "A Spring Boot jar as it is, which loads the Azure SDK with a class loader of its own. The same flag.",
            "java " + Example.FLAG + " -jar deploy-application.jar") {
        @Override
        JavaProgram program() {
            return JavaProgram.jar(jar("spring-boot.jar"));
        }
    };

    /** The tracking ID of all examples as it stands in a User-Agent. */
    static final String TOKEN = "pid-" + Example.GUID;

    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String FLAG = "-javaagent:partner-attribution-agent.jar=guid=" + GUID;

    private final String title;
    private final String command;

    Example(String title, String command) {
        this.title = title;
        this.command = command;
    }

    /** What the example shows, in a line. */
    String title() {
        return title;
    }

    /** How a user would start it. */
    String command() {
        return command;
    }

    /** The program with what it carries itself, and no flag of ours. */
    JavaProgram bare(LoopbackArm arm) {
        return deploying(program(), arm);
    }

    /** The program with its attribution, as its users start it. */
    JavaProgram attributed(LoopbackArm arm) {
        return underAgent(bare(arm), "guid=" + GUID);
    }

    abstract JavaProgram program();

    /** The program, told to deploy to this Azure Resource Manager. */
    static JavaProgram deploying(JavaProgram program, LoopbackArm arm) {
        program.environment(arm.environment())
                // Half the time of such short programs goes into compiling them well.
                .jvmArguments("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .timeLimit(Duration.ofMinutes(2));
        // What is set here for other programs would decide about this one too.
        System.getenv().keySet().stream()
                .filter(name -> name.startsWith("PARTNER_ATTRIBUTION_"))
                .forEach(program::withoutEnvironment);
        return program;
    }

    /** The program under the agent with these options. */
    static JavaProgram underAgent(JavaProgram program, String options) {
        return program.agent(jar("agent.jar"), options);
    }

    /** The jar that the build names by this system property. */
    static Path jar(String property) {
        return Path.of(Objects.requireNonNull(System.getProperty(property), property));
    }

    /** A program's jar, and what its build wrote down as its dependencies. */
    static List<Path> classPath(String property) {
        Path jar = jar(property);
        try {
            String dependencies = Files.readString(jar.resolveSibling("class-path.txt"));
            return Stream.concat(
                            Stream.of(jar),
                            Stream.of(dependencies.strip().split(File.pathSeparator))
                                    .map(Path::of))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
