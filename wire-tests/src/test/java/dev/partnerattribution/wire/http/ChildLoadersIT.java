package dev.partnerattribution.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.AttributionConfiguration;
import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Brief;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.program.Annotated;
import dev.partnerattribution.wire.program.ChildLoaderProgram;
import dev.partnerattribution.wire.program.ChildLoaderProgram.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that a launcher runs in a class loader of its own, with their clients. */
class ChildLoadersIT {
    private static final String ARM = "management.azure.com";
    private static final String REGION = "westeurope.management.azure.com";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    static Stream<Arguments> clients() {
        return Clients.inTurn(Clients.NEWEST);
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("clients")
    void an_annotation_is_that_of_the_code_that_sends_on_whatever_thread(Client client, Jdk jdk) throws IOException {
        LoopbackArm arm = extension.arm();
        arm.next(2).toHost(ARM).at("/region/307").answer(Fault.redirectToHost(307, REGION));
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.write(
                services.resolve(AttributionConfiguration.class.getName()),
                List.of(Annotated.One.class.getName()),
                UTF_8);

        ProgramResult result = program(client, Kind.USUAL, arm.endpoint() + "plain", arm.endpoint() + "region/307")
                .jdk(jdk)
                .agent(Jars.AGENT, "")
                .run()
                .orFail();

        assertThat(Said.by(result)).isEmpty();
        assertThat(arm.requests()).hasSize(6).allSatisfy(request -> assertThat(request.userAgent())
                .endsWith(Annotated.TOKEN));
    }

    /** Without pekko-http, whose settings are a file of its own. */
    static Stream<Client> libraries() {
        return Stream.concat(
                Stream.of(Client.of("OkHttpProgram", "com.squareup.okhttp3:okhttp:3.12.13"), Clients.OKHTTP_3),
                Clients.NEWEST.stream()
                        .filter(client -> !client.libraries().isEmpty() && !client.equals(Clients.PEKKO_HTTP)));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void a_class_loader_that_shows_no_files_raises_no_alarm(Client client) {
        LoopbackArm arm = extension.arm();

        ProgramResult result = program(client, Kind.CLASSES_ONLY, arm.endpoint() + "plain")
                .agent(Jars.AGENT, "guid=" + Way.GUID)
                .run()
                .orFail();

        assertThat(Said.by(result)).isEmpty();
        assertThat(arm.requests()).as(result::stdout).hasSize(2);
        UserAgents.assertStamped(arm.requests());
    }

    private JavaProgram program(Client client, Kind kind, String... urls) {
        List<Path> classPath = new ArrayList<>(Jars.withPrograms(client.libraries()));
        classPath.add(Compiled.program(client.program(), client.compiledWith()));
        classPath.add(directory);
        String joined = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return JavaProgram.mainClass(ChildLoaderProgram.class.getName())
                .classPath(List.of(Jars.PROGRAMS))
                .jvmArguments(extension.arm().jvmArguments())
                .jvmArguments(Brief.JVM)
                .arguments(kind.name(), client.program(), joined)
                .arguments(urls);
    }
}
