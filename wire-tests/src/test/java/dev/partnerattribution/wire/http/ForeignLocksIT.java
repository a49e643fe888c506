package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.Brief;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.program.ForeignLocksProgram;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever of a program's own takes a lock when we call it: no thread of the program waits for ever. The libraries are tried on
 * the running JDK alone, the JDK's own clients on each.
 */
class ForeignLocksIT {
    private static final int WITH_LIBRARY = 11;
    private static final int OF_THE_JDK = 10;

    /** Those of the JDK first: of all that is read once, they are the first to read it. */
    private static final List<Client> OF_JDK = List.of(
            Clients.HTTP_URL_CONNECTION,
            Clients.JAVA_NET_HTTP,
            Client.of("JavaNetHttpPostProgram"),
            Client.of("ChildProcessProgram"));

    private static final List<Client> LIBRARIES = List.of(
            Client.of(
                    "AzureCoreProgram",
                    "com.azure:azure-core:1.61.0",
                    "com.azure:azure-core-http-okhttp:1.13.7",
                    "org.slf4j:slf4j-nop:1.7.36"),
            Clients.APACHE_4,
            Clients.APACHE_4_ASYNC,
            Clients.APACHE_5,
            Clients.APACHE_5_ASYNC,
            Clients.OKHTTP,
            Clients.REACTOR_NETTY,
            Clients.VERTX,
            Clients.CLIENTCORE);

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    static Stream<Jdk> jdks() {
        return Jdks.installed().stream().filter(jdk -> jdk.version() >= 17);
    }

    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("jdks")
    void no_thread_that_holds_a_lock_of_the_program_waits_for_one_that_wants_it(Jdk jdk) {
        LoopbackArm arm = extension.arm();
        List<String> arguments = new ArrayList<>(List.of(arm.endpoint() + "locked"));
        List<Client> libraries = jdk.equals(Jdks.running()) ? LIBRARIES : List.of();
        Stream.concat(OF_JDK.stream(), libraries.stream()).forEach(client -> {
            arguments.add(client.program());
            arguments.add(classPath(client));
        });

        ProgramResult result = JavaProgram.mainClass(ForeignLocksProgram.class.getName())
                .jdk(jdk)
                .classPath(List.of(Jars.PROGRAMS))
                .jvmArguments(arm.jvmArguments())
                .jvmArguments(Brief.JVM)
                .agent(Jars.AGENT, "guid=" + Way.GUID + ",receipts=" + directory + "/")
                .arguments(arguments.toArray(String[]::new))
                .timeLimit(Duration.ofMinutes(5))
                .run();

        int combinations = OF_JDK.size() * OF_THE_JDK + libraries.size() * WITH_LIBRARY;
        assertThat(result.stdout().lines()).as(result::toString).contains(combinations + " combinations");
        assertAttributed(arm.requests().at("/locked"), 2 * (combinations - OF_THE_JDK));
    }

    private static void assertAttributed(RecordedRequests requests, int expected) {
        assertThat(requests).hasSize(expected);
        assertThat(requests.userAgents()).allSatisfy(userAgent -> assertThat(userAgent.contains(Way.TOKEN))
                .as(userAgent)
                .isNotEqualTo(userAgent.startsWith("of-another/1.0 pid-")));
        assertThat(requests.stream().map(RecordedRequest::userAgents)).allMatch(lines -> lines.size() == 1);
    }

    private static String classPath(Client client) {
        return Stream.concat(
                        Stream.of(Compiled.program(client.program(), client.compiledWith())),
                        client.libraries().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
