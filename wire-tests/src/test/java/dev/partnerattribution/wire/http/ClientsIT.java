package dev.partnerattribution.wire.http;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.http.ClientTrial.Receipted;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every HTTP client, under the agent, against Azure Resource Manager and another host, and redirected between them: what
 * the server saw, and that receipts say the same.
 */
class ClientsIT {
    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(ClientTrial.OTHER));

    @TempDir
    Path directory;

    /** The newest on every JDK, one of which takes receipts, in turn; the others in turn. */
    static Stream<Arguments> combinations() {
        List<Client> newest = Clients.NEWEST;
        Stream<Arguments> onEach = IntStream.range(0, newest.size()).boxed().flatMap(i -> InTurn.jdks().stream()
                .map(jdk -> Arguments.of(newest.get(i), jdk, receipted(newest.get(i), jdk.equals(InTurn.jdk(i))))));
        List<Client> others = Stream.of(Clients.FURTHER_ENDS, Clients.BETWEEN, Clients.PLUGGED_IN)
                .flatMap(List::stream)
                .toList();
        Stream<Arguments> inTurn = IntStream.range(0, others.size())
                .mapToObj(i -> Arguments.of(others.get(i), InTurn.jdk(i), receipted(others.get(i), true)));
        Stream<Arguments> ofNewerJava = Clients.OF_NEWER_JAVA.stream()
                .flatMap(client -> client.jdks().stream().map(jdk -> Arguments.of(client, jdk, Receipted.WHOLLY)));
        return Stream.concat(Stream.concat(onEach, inTurn), ofNewerJava);
    }

    private static Receipted receipted(Client client, boolean wanted) {
        if (!wanted || client.toString().endsWith(":3.3.1")) {
            return Receipted.NOT;
        }
        return client.equals(Clients.OKHTTP_3) ? Receipted.WITHOUT_STATUS : Receipted.WHOLLY;
    }

    @ParameterizedTest(name = "{0}, JDK {1}, receipts {2}")
    @MethodSource("combinations")
    void requests_carry_the_tracking_id_to_azure_resource_manager_and_nowhere_else(
            Client client, Jdk jdk, Receipted receipted) {
        LoopbackArm arm = extension.arm();
        ClientTrial trial = new ClientTrial(arm, directory.resolve("receipts.jsonl"), receipted);

        ProgramResult result =
                trial.run(Way.AGENT.equip(client.to(arm, trial.urls())).jdk(jdk));

        trial.assertPassed(result);
    }

    @Test
    void a_jdk_is_there_for_those_that_need_a_newer_java() {
        assumeTrue(
                Clients.OF_NEWER_JAVA.stream().noneMatch(client -> client.jdks().isEmpty()),
                "SKIPPED: no JDK from 21 on is installed, so Helidon's client was not tried");
    }
}
