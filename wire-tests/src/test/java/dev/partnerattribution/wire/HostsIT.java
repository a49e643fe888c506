package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.program.RedirectedProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which hosts see the tracking ID. What else a host name may look like is tried in the runtime's own tests. */
class HostsIT {
    private static final String OTHER = "account.blob.core.windows.net";
    private static final List<String> LOOK_ALIKES = List.of(
            "management.azure.com.example.net",
            "evilmanagement.azure.com",
            "management.azure.com-example.net",
            "management.azure.co",
            "azure.com",
            "a.b.management.azure.com",
            "xn--manaement-w8c.azure.com",
            "management.azure.net",
            "management-azure.com",
            OTHER);

    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(LOOK_ALIKES.toArray(new String[0])));

    @ParameterizedTest
    @EnumSource(Way.class)
    void azure_resource_manager_sees_it_however_its_name_is_written_and_what_looks_like_it_never(Way way) {
        LoopbackArm arm = extension.arm();
        int port = arm.port();
        List<String> lookAlikes = Stream.concat(
                        LOOK_ALIKES.stream().map(host -> arm.endpoint(host) + "look-alike"),
                        Stream.of("https://management.azure.com@" + OTHER + ":" + port + "/look-alike"))
                .toList();
        List<String> urls = new ArrayList<>(lookAlikes);
        urls.addAll(List.of(
                "https://MANAGEMENT.azure.COM:" + port + "/upper-case",
                "https://westeurope.management.azure.com:" + port + "/region",
                "https://user@management.azure.com:" + port + "/user-info",
                "https://management.usgovcloudapi.net:" + port + "/government",
                "https://management.chinacloudapi.cn:" + port + "/china"));

        run(way, "okhttp:1.13.7", urls);

        assertThat(arm.requests()).hasSize(urls.size());
        RecordedRequests toLookAlikes = arm.requests().at("/look-alike");
        assertThat(toLookAlikes).hasSize(lookAlikes.size());
        UserAgents.assertNotStamped(toLookAlikes);
        UserAgents.assertStamped(arm.requests().matching(request -> !toLookAlikes.contains(request)));
    }

    static Stream<Arguments> redirects() {
        return Stream.of("netty:1.16.2", "okhttp:1.13.7", "jdk-httpclient:1.1.7", "vertx:1.1.4")
                .flatMap(client -> Stream.of(Way.AGENT, Way.RUNTIME_JAR).map(way -> Arguments.of(client, way)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("redirects")
    void a_redirect_takes_the_tracking_id_to_azure_resource_manager_only(String client, Way way) {
        LoopbackArm arm = extension.arm();
        arm.next(1).at("/away/302").answer(Fault.redirectToHost(302, OTHER));
        arm.next(1).at("/away/307").answer(Fault.redirectToHost(307, OTHER));
        arm.next(1).at("/region/307").answer(Fault.redirectToHost(307, "westeurope.management.azure.com"));

        run(
                way,
                client,
                List.of(arm.endpoint() + "away/302", arm.endpoint() + "away/307", arm.endpoint() + "region/307"));

        RecordedRequests requests = arm.requests();
        assertThat(requests).hasSize(6);
        assertThat(requests.toHost(OTHER)).hasSize(2);
        UserAgents.assertNotStamped(requests.toHost(OTHER));
        assertThat(requests.toHost("westeurope.management.azure.com")).hasSize(1);
        UserAgents.assertStamped(requests.notToHost(OTHER));
    }

    private static void run(Way way, String client, List<String> urls) {
        way.equip(
                        JavaProgram.mainClass(RedirectedProgram.class.getName()),
                        Jars.withPrograms(
                                Libraries.of("com.azure:azure-core:1.61.0", "com.azure:azure-core-http-" + client)))
                .jvmArguments(extension.arm().jvmArguments())
                .jvmArguments(Brief.JVM)
                .systemProperty("vertx.disableDnsResolver", "true") // it would not look into our hosts file
                .arguments(urls.toArray(new String[0]))
                .run()
                .orFail();
    }
}
