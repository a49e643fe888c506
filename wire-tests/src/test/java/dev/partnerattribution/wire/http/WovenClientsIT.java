package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Receipts;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.WovenClassPath;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The newest of each client, woven, in a JVM without the agent: to the same requests as under it, with the same verdict. */
class WovenClientsIT {
    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(ClientTrial.OTHER));

    @TempDir
    Path directory;

    static Stream<Arguments> clients() {
        return Stream.concat(Clients.inTurn(Clients.NEWEST), Clients.inTurn(List.of(Clients.HELIDON)));
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("clients")
    void requests_carry_the_tracking_id_to_azure_resource_manager_and_nowhere_else(Client client, Jdk jdk) {
        WovenClassPath woven = WovenClassPath.of(client.classPath(), Way.GUID, directory);

        assertPasses(woven, client, program -> program.jdk(jdk));

        assertThat(woven.problems()).isEmpty();
    }

    /** Of a library, whose classes it finds woven already, and of the JDK, whose calls are. */
    static Stream<Client> some() {
        return Stream.of(Clients.OKHTTP, Clients.JAVA_NET_HTTP, Clients.HTTP_URL_CONNECTION);
    }

    @ParameterizedTest
    @MethodSource("some")
    void with_the_agent_as_well_each_request_carries_it_once_and_has_one_receipt(Client client) {
        assertPasses(WovenClassPath.of(client.classPath(), Way.GUID, directory), client, Way.AGENT::equip);
    }

    private void assertPasses(WovenClassPath woven, Client client, UnaryOperator<JavaProgram> how) {
        LoopbackArm arm = extension.arm();
        ClientTrial trial = new ClientTrial(arm, 0);
        trial.redirect();
        Path receipts = directory.resolve("receipts.jsonl");

        ProgramResult result = how.apply(
                        client.with(woven.entries(), trial.addresses().toArray(new String[0])))
                .jvmArguments(arm.jvmArguments())
                .environment("PARTNER_ATTRIBUTION_RECEIPTS", receipts.toString())
                .run()
                .orFail();

        trial.assertSent(arm.requests(), result);
        assertThat(Said.by(result)).isEmpty();
        ClientTrial.assertReceipts(
                Receipts.in(receipts), Receipts.seenBy(arm.requests().notToHost(ClientTrial.OTHER)));
    }
}
