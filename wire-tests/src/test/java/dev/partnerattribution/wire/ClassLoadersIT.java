package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.http.OneJvm;
import dev.partnerattribution.wire.program.BarePipelineProgram;
import dev.partnerattribution.wire.program.ChildLoaderProgram.Kind;
import dev.partnerattribution.wire.program.ConnectionProgram;
import dev.partnerattribution.wire.program.LoaderProgram;
import dev.partnerattribution.wire.program.ThreadlessProgram;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** azure-core in class loaders that see neither the agent nor each other. */
class ClassLoadersIT {
    private static final List<Path> OLD =
            Libraries.of("com.azure:azure-core:1.16.0", "com.azure:azure-core-http-okhttp:1.6.2");
    private static final List<Path> NEW =
            Libraries.of("com.azure:azure-core:1.61.0", "com.azure:azure-core-http-okhttp:1.13.7");

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    /** The agent on each JDK; the runtime jar, which is the same code on all, in turn. */
    static Stream<Arguments> combinations() {
        return Stream.concat(
                InTurn.jdks().stream().map(jdk -> Arguments.of(Way.AGENT, jdk)),
                InTurn.each(List.of(Arguments.of(Way.RUNTIME_JAR), Arguments.of(Way.BOTH))));
    }

    static Stream<Arguments> ways() {
        return InTurn.each(Stream.of(Way.values()).map(Arguments::of).toList());
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("ways")
    void two_loaders_with_an_azure_core_each_are_both_stamped(Way way, Jdk jdk) {
        LoopbackArm arm = extension.arm();
        OneJvm both = new OneJvm();
        for (List<Path> libraries : List.of(OLD, NEW)) {
            both.add(
                    BarePipelineProgram.class.getName(),
                    way.classPath(Jars.withPrograms(libraries)),
                    List.of(arm.endpoint().toString()));
        }
        way.equip(both.program(Kind.USUAL))
                .jdk(jdk)
                .jvmArguments(arm.jvmArguments())
                .run()
                .orFail();

        RecordedRequests requests = arm.requests();
        UserAgents.assertStamped(requests.at("/library/"));
        if (way.reachesEveryPipeline()) {
            UserAgents.assertStamped(requests);
        }
        assertThat(requests.at("/library/async/plain")).hasSize(2);
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("combinations")
    void a_loader_that_is_dropped_is_collected(Way way, Jdk jdk) {
        ProgramResult result =
                run(ThreadlessProgram.class, jdk, way, List.of(NEW)).orFail();

        assertThat(result.stdout().lines()).containsExactly("threadless-program/1.0 " + Way.TOKEN, "collected");
        assertThat(result.stderr()).doesNotContain("partner-attribution");
    }

    /** What makes a thread of ours, for the first application that sends, and where it keeps what it takes down: all of it, and none. */
    static Stream<Arguments> jdksAndOptions() {
        return InTurn.jdks().stream().flatMap(jdk -> Stream.of(
                        List.of(
                                "-Dpartner.attribution.receipts=/dev/null",
                                "-Dpartner.attribution.summary=true",
                                "-XX:StartFlightRecording"),
                        List.<String>of())
                .map(options -> Arguments.of(jdk, options)));
    }

    @ParameterizedTest(name = "JDK {0}, {1}")
    @MethodSource("jdksAndOptions")
    void the_first_application_that_sends_is_collected(Jdk jdk, List<String> options) {
        ProgramResult result = program(ConnectionProgram.class, jdk, Way.AGENT, List.of(List.of(), List.of()))
                .jvmArguments("-Xlog:disable")
                .jvmArguments(options)
                .run()
                .orFail();

        assertThat(result.stdout().lines().filter(line -> line.matches("status 404|collected|kept")))
                .containsExactly("status 404", "status 404", "collected", "collected");
        UserAgents.assertStamped(extension.arm().requests());
    }

    private static ProgramResult run(Class<?> program, Jdk jdk, Way way, List<List<Path>> loaders) {
        return program(program, jdk, way, loaders).run();
    }

    private static JavaProgram program(Class<?> program, Jdk jdk, Way way, List<List<Path>> loaders) {
        // By HTTPS, JDK 17 itself keeps the first class loader whose code connects.
        String endpoint = program == ConnectionProgram.class
                ? "http://management.azure.com:" + extension.arm().port() + "/"
                : extension.arm().endpoint().toString();
        List<String> arguments = new ArrayList<>(List.of(program.getName(), endpoint));
        loaders.stream().map(libraries -> classPath(way, libraries)).forEach(arguments::add);
        return way.equip(JavaProgram.mainClass(LoaderProgram.class.getName()), List.of(Jars.PROGRAMS))
                .jdk(jdk)
                .jvmArguments(extension.arm().jvmArguments())
                .jvmArguments(Brief.JVM)
                .arguments(arguments.toArray(new String[0]));
    }

    private static String classPath(Way way, List<Path> libraries) {
        return way.classPath(Jars.withPrograms(libraries)).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
