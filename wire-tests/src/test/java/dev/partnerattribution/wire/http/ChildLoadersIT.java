package dev.partnerattribution.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.AttributionConfiguration;
import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.program.Annotated;
import dev.partnerattribution.wire.program.ChildLoaderProgram.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that a launcher runs in a class loader of its own, with their clients. */
class ChildLoadersIT {
    private static final String ARM = "management.azure.com";
    private static final String REGION = "westeurope.management.azure.com";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    static List<Jdk> jdks() {
        return InTurn.jdks();
    }

    /** Two partners' programs in turn, in one JVM. */
    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("jdks")
    void an_annotation_is_that_of_the_code_that_sends_on_whatever_thread(Jdk jdk) throws IOException {
        LoopbackArm arm = extension.arm();
        Path one = services(Annotated.One.class);
        Path neighbour = services(Annotated.Neighbour.class);
        List<Client> clients = Clients.NEWEST;
        OneJvm programs = new OneJvm();
        for (int i = 0; i < clients.size(); i++) {
            String place = arm.endpoint() + OneJvm.place(i);
            arm.next(2).toHost(ARM).at(OneJvm.place(i) + "region/307").answer(Fault.redirectToHost(307, REGION));
            programs.add(
                    clients.get(i),
                    List.of(i % 2 == 0 ? one : neighbour),
                    List.of(place + "plain", place + "region/307"));
        }

        ProgramResult result = programs.program(Kind.USUAL)
                .jdk(jdk)
                .jvmArguments(arm.jvmArguments())
                .agent(Jars.AGENT, "")
                .run()
                .orFail();

        assertThat(Said.by(result)).isEmpty();
        SoftAssertions.assertSoftly(softly -> {
            for (int i = 0; i < clients.size(); i++) {
                String token = i % 2 == 0 ? Annotated.TOKEN : Annotated.NEIGHBOURS_TOKEN;
                softly.assertThat(arm.requests().at("/" + OneJvm.place(i)).userAgents())
                        .as(clients.get(i).toString())
                        .hasSize(6)
                        .allSatisfy(userAgent -> assertThat(userAgent).endsWith(token));
            }
        });
    }

    /** Without pekko-http, whose settings are a file of its own. */
    private static List<Client> libraries() {
        return Stream.concat(
                        Stream.of(Client.of("OkHttpProgram", "com.squareup.okhttp3:okhttp:3.12.13"), Clients.OKHTTP_3),
                        Clients.NEWEST.stream()
                                .filter(client -> !client.libraries().isEmpty() && !client.equals(Clients.PEKKO_HTTP)))
                .toList();
    }

    @Test
    void a_class_loader_that_shows_no_files_raises_no_alarm() {
        LoopbackArm arm = extension.arm();
        List<Client> clients = libraries();
        OneJvm programs = new OneJvm();
        for (int i = 0; i < clients.size(); i++) {
            programs.add(clients.get(i), List.of(), List.of(arm.endpoint() + OneJvm.place(i) + "plain"));
        }

        ProgramResult result = programs.program(Kind.CLASSES_ONLY)
                .jvmArguments(arm.jvmArguments())
                .agent(Jars.AGENT, "guid=" + Way.GUID)
                .run()
                .orFail();

        assertThat(Said.by(result)).isEmpty();
        SoftAssertions.assertSoftly(softly -> {
            for (int i = 0; i < clients.size(); i++) {
                softly.assertThat(arm.requests().at("/" + OneJvm.place(i)))
                        .as(clients.get(i) + ": " + result.stdout())
                        .hasSize(2);
            }
        });
        UserAgents.assertStamped(arm.requests());
    }

    /** A directory that registers this configuration. */
    private Path services(Class<? extends AttributionConfiguration> configuration) throws IOException {
        Path registered = directory.resolve(configuration.getSimpleName());
        Files.write(
                Files.createDirectories(registered.resolve("META-INF/services"))
                        .resolve(AttributionConfiguration.class.getName()),
                List.of(configuration.getName()),
                UTF_8);
        return registered;
    }
}
