package dev.partnerattribution.benchmarks.startup;

import dev.partnerattribution.benchmarks.Jars;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.benchmarks.program.AzureProgram;
import dev.partnerattribution.benchmarks.program.HelloProgram;
import dev.partnerattribution.benchmarks.program.OrdinaryProgram;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program whose start is measured. It prints one line when it has done its work; with one argument more, it then waits
 * for the end of its standard input.
 */
final class MeasuredProgram {
    static final String HELLO = "Hello";
    static final List<String> ORDINARY = List.of("HttpURLConnection", "java.net.http", "ProcessBuilder");
    private static final String AZURE = "AzureResourceManager";

    /** OpenTelemetry's agent takes its time where other things run. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

    private final String name;
    private final Class<?> main;
    private final List<Path> classPath = new ArrayList<>();
    private final List<String> jvmArguments = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();

    private MeasuredProgram(String name, Class<?> main, Scratch scratch) {
        this.name = name;
        this.main = main;
        classPath.add(Jars.write(scratch.resolve(main.getSimpleName() + ".jar"), main, Map.of()));
    }

    /** Prints one line. */
    static MeasuredProgram hello(Scratch scratch) {
        return new MeasuredProgram(HELLO, HelloProgram.class, scratch);
    }

    /** Each uses one thing of the JDK that the agent looks at, and sends its request, if any, to a host that is not Azure's. */
    static List<MeasuredProgram> ordinary(Scratch scratch, LoopbackArm arm) {
        return ORDINARY.stream().map(does -> ordinary(does, scratch, arm)).toList();
    }

    private static MeasuredProgram ordinary(String does, Scratch scratch, LoopbackArm arm) {
        MeasuredProgram program = new MeasuredProgram(does, OrdinaryProgram.class, scratch);
        program.arguments.addAll(List.of(does, arm.httpEndpoint().toString()));
        return program;
    }

    /** Builds AzureResourceManager and sends one request. */
    static MeasuredProgram azure(Scratch scratch, LoopbackArm arm) {
        MeasuredProgram program = new MeasuredProgram(AZURE, AzureProgram.class, scratch);
        program.classPath.addAll(Jars.libraries());
        program.jvmArguments.addAll(arm.jvmArguments());
        program.arguments.addAll(
                List.of(arm.endpoint().toString(), LoopbackArm.TENANT_ID, LoopbackArm.SUBSCRIPTION_ID));
        return program;
    }

    /** Has the JVM compile nothing well, which takes most of a large program's time: for trials, whose figures mean nothing. */
    MeasuredProgram compiledBriefly() {
        jvmArguments.add("-XX:TieredStopAtLevel=1");
        return this;
    }

    String name() {
        return name;
    }

    boolean usesAzure() {
        return name.equals(AZURE);
    }

    /** The command that starts it. */
    List<String> command(Jdk jdk, Variant variant, String... more) {
        return program(jdk, variant).arguments(more).command();
    }

    /** The same as a program that can be run. */
    JavaProgram program(Jdk jdk, Variant variant) {
        return JavaProgram.mainClass(main.getName())
                .jdk(jdk)
                .timeLimit(TIME_LIMIT)
                .withoutEnvironment("JAVA_TOOL_OPTIONS")
                .withoutEnvironment("JDK_JAVA_OPTIONS")
                .withoutEnvironment("_JAVA_OPTIONS")
                .jvmArguments(variant.jvmArguments())
                .jvmArguments(jvmArguments)
                .classPath(classPath)
                .arguments(arguments.toArray(new String[0]));
    }
}
