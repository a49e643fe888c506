package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.Doctor;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Libraries for Azure Resource Manager that send their requests by one of the clients. */
class SdksIT {
    private static final Client JCLOUDS = oldJclouds("org.apache.jclouds.provider:azurecompute-arm:2.1.0");

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    static Stream<Arguments> sdks() {
        return InTurn.each(Stream.of(
                        Client.of("TrackOneProgram", "com.microsoft.azure:azure:1.41.4"),
                        Client.of("TrackOneProgram", "com.microsoft.azure:azure:1.0.0"),
                        Client.of("TrackOneProgram", "com.microsoft.azure:azure:1.22.0"),
                        oldJclouds("org.apache.jclouds.labs:azurecompute-arm:2.0.2"), // on OkHttp 2
                        JCLOUDS,
                        oldJclouds("org.apache.jclouds.provider:azurecompute-arm:2.3.0"),
                        Client.of("JcloudsProgram", "org.apache.jclouds.provider:azurecompute-arm:2.7.0"))
                .map(Arguments::of)
                .toList());
    }

    /** With what JDKs had until 10. */
    private static Client oldJclouds(String coordinates) {
        return Client.of(
                "JcloudsProgram",
                coordinates,
                "javax.xml.bind:jaxb-api:2.3.1",
                "com.sun.xml.bind:jaxb-impl:2.3.9",
                "javax.annotation:javax.annotation-api:1.3.2");
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("sdks")
    void every_request_carries_the_tracking_id_once(Client sdk, Jdk jdk) {
        LoopbackArm arm = extension.arm();

        ProgramResult result =
                Way.AGENT.equip(deploying(sdk, arm)).jdk(jdk).run().orFail();

        assertDeployed(arm, result);
    }

    @Test
    void so_does_every_request_of_one_that_was_woven() {
        LoopbackArm arm = extension.arm();

        assertDeployed(
                arm,
                deploying(JCLOUDS.woven(directory.resolve("woven")), arm).run().orFail());
    }

    private static JavaProgram deploying(Client sdk, LoopbackArm arm) {
        return sdk.to(arm, arm.endpoint().toString())
                .jvmArguments(
                        "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/java.util=ALL-UNNAMED");
    }

    /** They know no other address than that of the public cloud, whose port is here reached through a proxy. */
    static Stream<Client> ofThePublicCloud() {
        return Stream.of(
                Client.of("AzureManagementProgram", "com.microsoft.azure:azure-mgmt-resources:0.9.8"),
                Client.of("HazelcastProgram", "com.hazelcast:hazelcast:5.3.8"),
                Client.of("HazelcastProgram", "com.hazelcast:hazelcast-azure:2.1.2", "com.hazelcast:hazelcast:4.0.6"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofThePublicCloud")
    void so_does_every_request_to_the_public_cloud(Client sdk) throws IOException {
        LoopbackArm arm = extension.arm();
        try (Proxy proxy = Proxy.to(arm)) {
            String port = Integer.toString(proxy.port());
            ProgramResult result = Way.AGENT
                    .equip(sdk.to(arm))
                    .systemProperty("http.proxyHost", "127.0.0.1")
                    .systemProperty("http.proxyPort", port)
                    .systemProperty("https.proxyHost", "127.0.0.1")
                    .systemProperty("https.proxyPort", port)
                    .run()
                    .orFail();

            assertStamped(arm, result);
            assertThat(proxy.received())
                    .isNotEmpty()
                    .allMatch(head -> head.startsWith("CONNECT ") && !head.contains("pid-"));
        }
    }

    /** Of the libraries as they are published, without a program. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void the_doctor_says_so(Client sdk) {
        String classPath = sdk.libraries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));

        assertThat(Doctor.ofAttributed(classPath).verdict()).isEqualTo("attributed");
        assertThat(Doctor.ofUnattributed(classPath).verdict()).isEqualTo("not-attributed");
    }

    static Stream<Client> all() {
        return Stream.concat(sdks().map(arguments -> (Client) arguments.get()[0]), ofThePublicCloud());
    }

    /** What is sent to Azure Resource Manager, and nothing else: some log in. */
    private static void assertStamped(LoopbackArm arm, ProgramResult result) {
        RecordedRequests requests = arm.requests();
        UserAgents.assertStamped(requests.toHost("management.azure.com"));
        assertThat(requests.notToHost("management.azure.com")).allMatch(request -> UserAgents.tokensIn(request) == 0);
        assertThat(Said.by(result)).isEmpty();
    }

    /** One group was made and found again. */
    private static void assertDeployed(LoopbackArm arm, ProgramResult result) {
        assertThat(result.stdout().lines()).endsWith("1");
        assertThat(arm.requests().methods("PUT")).isNotEmpty();
        assertStamped(arm, result);
    }
}
