package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Receipts;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Way;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every HTTP client, under the agent, against Azure Resource Manager and another host, and redirected between them: what
 * the server saw, and that receipts say the same.
 */
class ClientsIT {
    private static LoopbackArm arm;

    @TempDir
    static Path directory;

    private static final Map<Jvm, Sent> SENT = new HashMap<>();

    /** Clients that share a JVM. */
    record Jvm(Jdk jdk, boolean takesReceipts, List<Client> clients) {
        @Override
        public String toString() {
            return "JDK " + jdk + (takesReceipts ? ", receipts" : "")
                    + (clients.size() == 1 ? "" : ", one of " + clients.size() + " in a JVM");
        }
    }

    /** What came of a JVM. */
    record Sent(RecordedRequests requests, ProgramResult result, Path receipts) {
        RecordedRequests of(int client) {
            return new ClientTrial(arm, client).of(requests);
        }
    }

    /** These have a JVM of their own, as a program has it: those of the JDK on each JDK, and one of each kind of library. */
    private static final List<Client> ALONE = List.of(Clients.OKHTTP, Clients.APACHE_5_ASYNC, Clients.REACTOR_NETTY);

    private static Stream<Jvm> alone() {
        Stream<Client> ofJdk =
                Clients.NEWEST.stream().filter(client -> client.libraries().isEmpty());
        Stream<Jvm> onEach = Stream.concat(ofJdk, Clients.OF_NEWER_JAVA.stream())
                .flatMap(client -> client.jdks().stream().map(jdk -> new Jvm(jdk, true, List.of(client))));
        return Stream.concat(
                onEach,
                IntStream.range(0, ALONE.size()).mapToObj(i -> new Jvm(InTurn.jdk(i), true, List.of(ALONE.get(i)))));
    }

    /** All libraries in turn; and without receipts, on the newest JDK, the newest that were not tried on it. */
    private static Stream<Jvm> shared(Jdk jdk) {
        List<Client> all = Stream.of(Clients.NEWEST, Clients.FURTHER_ENDS, Clients.BETWEEN, Clients.PLUGGED_IN)
                .flatMap(List::stream)
                .filter(client -> !client.libraries().isEmpty() && !ALONE.contains(client))
                .toList();
        List<Client> inTurn = IntStream.range(0, all.size())
                .filter(i -> jdk.equals(InTurn.jdk(i)))
                .mapToObj(all::get)
                .toList();
        Stream<Client> newest = Clients.NEWEST.stream()
                .filter(client -> jdk.equals(InTurn.jdks().get(InTurn.jdks().size() - 1)))
                .filter(client -> !client.libraries().isEmpty() && !inTurn.contains(client));
        List<Client> receipted = inTurn.stream().filter(ClientsIT::hasReceipts).toList();
        int half = receipted.size() / 2;
        return Stream.of(
                        new Jvm(jdk, true, receipted.subList(0, half)),
                        new Jvm(jdk, true, receipted.subList(half, receipted.size())),
                        new Jvm(
                                jdk,
                                false,
                                Stream.concat(newest, inTurn.stream().filter(client -> !hasReceipts(client)))
                                        .toList()))
                .filter(jvm -> !jvm.clients().isEmpty());
    }

    static Stream<Jvm> jvms() {
        return Stream.concat(alone(), InTurn.jdks().stream().flatMap(ClientsIT::shared));
    }

    static Stream<Arguments> clients() {
        return jvms().flatMap(jvm -> IntStream.range(0, jvm.clients().size())
                .mapToObj(i -> Arguments.of(jvm.clients().get(i), jvm, i)));
    }

    /** One version shows neither requests nor answers where receipts could be taken. */
    private static boolean hasReceipts(Client client) {
        return !client.toString().endsWith(":3.3.1");
    }

    @BeforeAll
    static void start() {
        arm = LoopbackArm.builder().hosts(ClientTrial.OTHER).start();
    }

    @AfterAll
    static void stop() {
        arm.close();
        SENT.clear();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("clients")
    void requests_carry_the_tracking_id_to_azure_resource_manager_and_nowhere_else(Client client, Jvm jvm, int place) {
        Sent sent = sentBy(jvm);

        new ClientTrial(arm, place).assertSent(sent.requests(), sent.result());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jvms")
    void nothing_is_printed_and_receipts_say_what_the_server_saw(Jvm jvm) {
        Sent sent = sentBy(jvm);

        assertThat(Said.by(sent.result())).isEmpty();
        if (jvm.takesReceipts()) {
            assertReceipts(Receipts.in(sent.receipts()), jvm, sent);
        }
    }

    @Test
    void a_jdk_is_there_for_those_that_need_a_newer_java() {
        assumeTrue(
                Clients.OF_NEWER_JAVA.stream().noneMatch(client -> client.jdks().isEmpty()),
                "SKIPPED: no JDK from 21 on is installed, so Helidon's client was not tried");
    }

    /** Runs it if no test did before. */
    private static Sent sentBy(Jvm jvm) {
        return SENT.computeIfAbsent(jvm, ClientsIT::run);
    }

    private static Sent run(Jvm jvm) {
        arm.reset();
        IntStream.range(0, jvm.clients().size()).forEach(i -> new ClientTrial(arm, i).redirect());
        Path receipts = directory.resolve(UUID.randomUUID() + ".jsonl");
        JavaProgram program = Way.AGENT.equip(program(jvm)).jdk(jvm.jdk()).jvmArguments(arm.jvmArguments());
        if (jvm.takesReceipts()) {
            program.environment("PARTNER_ATTRIBUTION_RECEIPTS", receipts.toString());
        }
        ProgramResult result = program.run().orFail();
        return new Sent(arm.requests(), result, receipts);
    }

    private static JavaProgram program(Jvm jvm) {
        Map<Client, List<String>> addresses = new LinkedHashMap<>();
        for (int i = 0; i < jvm.clients().size(); i++) {
            addresses.put(jvm.clients().get(i), new ClientTrial(arm, i).addresses());
        }
        return OneJvm.of(addresses);
    }

    private static void assertReceipts(Receipts receipts, Jvm jvm, Sent sent) {
        ClientTrial.assertReceipts(
                receipts,
                IntStream.range(0, jvm.clients().size())
                        .boxed()
                        .flatMap(i -> seenBy(jvm.clients().get(i), sent.of(i).notToHost(ClientTrial.OTHER)).stream())
                        .toList());
    }

    /** One shows no answer together with its request. */
    private static List<String> seenBy(Client client, RecordedRequests requests) {
        return Receipts.seenBy(requests).stream()
                .map(line -> client.equals(Clients.OKHTTP_3) ? line.replaceFirst(" [0-9]{3} ", " - ") : line)
                .toList();
    }
}
