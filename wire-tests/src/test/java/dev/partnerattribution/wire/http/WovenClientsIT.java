package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.WovenClassPath;
import dev.partnerattribution.wire.http.ClientTrial.Receipted;
import java.nio.file.Path;
import java.util.List;
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
        ClientTrial trial = new ClientTrial(extension.arm(), directory.resolve("receipts.jsonl"), Receipted.WHOLLY);
        WovenClassPath woven = WovenClassPath.of(client.classPath(), Way.GUID, directory);

        ProgramResult result = trial.run(program(client, woven, trial).jdk(jdk));

        trial.assertPassed(result);
        assertThat(woven.problems()).isEmpty();
    }

    /** Of a library, whose classes it finds woven already, and of the JDK, whose calls are. */
    static Stream<Client> some() {
        return Stream.of(Clients.OKHTTP, Clients.JAVA_NET_HTTP, Clients.HTTP_URL_CONNECTION);
    }

    @ParameterizedTest
    @MethodSource("some")
    void with_the_agent_as_well_each_request_carries_it_once_and_has_one_receipt(Client client) {
        ClientTrial trial =
                new ClientTrial(extension.arm(), directory.resolve("receipts.jsonl"), Receipted.WHOLLY);
        WovenClassPath woven = WovenClassPath.of(client.classPath(), Way.GUID, directory);

        ProgramResult result = trial.run(Way.AGENT.equip(program(client, woven, trial)));

        trial.assertPassed(result);
    }

    private static JavaProgram program(Client client, WovenClassPath woven, ClientTrial trial) {
        return client.with(woven.entries(), trial.urls())
                .jvmArguments(extension.arm().jvmArguments())
                .jvmArguments("-Xverify:all");
    }
}
