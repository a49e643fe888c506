package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Receipts;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.WovenClassPath;
import dev.partnerattribution.wire.program.ChildLoaderProgram.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The newest of each client, woven, in a JVM without the agent: to the same requests as under it, with the same verdict. */
class WovenClientsIT {
    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(ClientTrial.OTHER));

    @TempDir
    Path directory;

    static List<Jdk> jdks() {
        return InTurn.jdks();
    }

    /** All that a JDK runs of them in turn share a JVM, each with a file of receipts of its own. */
    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("jdks")
    void requests_carry_the_tracking_id_to_azure_resource_manager_and_nowhere_else(Jdk jdk) {
        List<Client> clients = IntStream.range(0, Clients.NEWEST.size())
                .filter(i -> Clients.NEWEST.get(i).libraries().isEmpty()
                        || InTurn.jdk(i).equals(jdk))
                .mapToObj(Clients.NEWEST::get)
                .toList();
        OneJvm all = new OneJvm();
        for (int i = 0; i < clients.size(); i++) {
            all.add(
                    Map.of("partner.attribution.receipts", receipts(i).toString()),
                    clients.get(i).program(),
                    woven(clients.get(i), i),
                    readyFor(i).addresses());
        }

        ProgramResult result = run(all.program(Kind.USUAL).jdk(jdk));

        SoftAssertions.assertSoftly(softly -> {
            for (int i = 0; i < clients.size(); i++) {
                int client = i;
                softly.assertThatCode(() -> assertPassed(client, result))
                        .as(clients.get(i).toString())
                        .doesNotThrowAnyException();
            }
        });
    }

    /** Its program is compiled by the JVM that runs it, which only runs where there is such a one. */
    static Stream<Jdk> newerJdks() {
        return Clients.HELIDON.jdks().stream();
    }

    @ParameterizedTest(name = "JDK {0}", allowZeroInvocations = true)
    @MethodSource("newerJdks")
    void so_do_those_of_a_client_that_needs_a_newer_java(Jdk jdk) {
        assertAlone(Clients.HELIDON, jdk, false);
    }

    /** Of a library, whose classes it finds woven already, and of the JDK, whose calls are. */
    static Stream<Client> some() {
        return Stream.of(Clients.OKHTTP, Clients.JAVA_NET_HTTP, Clients.HTTP_URL_CONNECTION);
    }

    @ParameterizedTest
    @MethodSource("some")
    void with_the_agent_as_well_each_request_carries_it_once_and_has_one_receipt(Client client) {
        assertAlone(client, InTurn.jdk(0), true);
    }

    private void assertAlone(Client client, Jdk jdk, boolean underAgent) {
        JavaProgram program = client.with(
                        woven(client, 0), readyFor(0).addresses().toArray(new String[0]))
                .jdk(jdk);
        if (underAgent) {
            Way.AGENT.equip(program);
        }
        assertPassed(
                0,
                run(program.environment(
                        "PARTNER_ATTRIBUTION_RECEIPTS", receipts(0).toString())));
    }

    private List<Path> woven(Client client, int place) {
        try {
            WovenClassPath woven = WovenClassPath.of(
                    client.classPath(), Way.GUID, Files.createDirectory(directory.resolve("woven-" + place)));
            assertThat(woven.problems()).as(client.toString()).isEmpty();
            return woven.entries();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ClientTrial readyFor(int place) {
        ClientTrial trial = new ClientTrial(extension.arm(), place);
        trial.redirect();
        return trial;
    }

    private static ProgramResult run(JavaProgram program) {
        ProgramResult result =
                program.jvmArguments(extension.arm().jvmArguments()).run().orFail();
        assertThat(Said.by(result)).isEmpty();
        return result;
    }

    private void assertPassed(int place, ProgramResult result) {
        ClientTrial trial = new ClientTrial(extension.arm(), place);
        RecordedRequests requests = extension.arm().requests();
        trial.assertSent(requests, result);
        ClientTrial.assertReceipts(
                Receipts.in(receipts(place)), Receipts.seenBy(trial.of(requests).notToHost(ClientTrial.OTHER)));
    }

    private Path receipts(int place) {
        return directory.resolve(place + ".jsonl");
    }
}
