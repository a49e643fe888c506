package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.http.OneJvm;
import dev.partnerattribution.wire.program.ChildLoaderProgram.Kind;
import dev.partnerattribution.wire.program.RedirectedProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which hosts see the tracking ID. What else a host name may look like is tried in the runtime's own tests. */
class HostsIT {
    private static final String OTHER = "account.blob.core.windows.net";
    private static final String REGIONAL = "westeurope.management.azure.com";
    private static final List<String> CLIENTS =
            List.of("netty:1.16.2", "okhttp:1.13.7", "jdk-httpclient:1.1.7", "vertx:1.1.4");
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

        run(way, List.of("okhttp:1.13.7"), List.of(urls));

        assertThat(arm.requests()).hasSize(urls.size());
        RecordedRequests toLookAlikes = arm.requests().at("/look-alike");
        assertThat(toLookAlikes).hasSize(lookAlikes.size());
        UserAgents.assertNotStamped(toLookAlikes);
        UserAgents.assertStamped(arm.requests().matching(request -> !toLookAlikes.contains(request)));
    }

    /** By each of azure-core's HTTP clients, one after another in a JVM. */
    @ParameterizedTest
    @EnumSource(names = {"AGENT", "RUNTIME_JAR"})
    void a_redirect_takes_the_tracking_id_to_azure_resource_manager_only(Way way) {
        LoopbackArm arm = extension.arm();
        List<List<String>> urls = new ArrayList<>();
        for (int i = 0; i < CLIENTS.size(); i++) {
            String place = OneJvm.place(i);
            arm.next(1).at("/" + place + "away/302").answer(Fault.redirectToHost(302, OTHER));
            arm.next(1).at("/" + place + "away/307").answer(Fault.redirectToHost(307, OTHER));
            arm.next(1).at("/" + place + "region/307").answer(Fault.redirectToHost(307, REGIONAL));
            urls.add(Stream.of("away/302", "away/307", "region/307")
                    .map(path -> arm.endpoint() + place + path)
                    .toList());
        }

        run(way, CLIENTS, urls);

        for (int i = 0; i < CLIENTS.size(); i++) {
            RecordedRequests requests = arm.requests().at("/" + OneJvm.place(i));
            assertThat(requests).as(CLIENTS.get(i)).hasSize(6);
            assertThat(requests.toHost(OTHER)).hasSize(2);
            UserAgents.assertNotStamped(requests.toHost(OTHER));
            assertThat(requests.toHost(REGIONAL)).hasSize(1);
            UserAgents.assertStamped(requests.notToHost(OTHER));
        }
    }

    /** Each client sends to its URLs. */
    private static void run(Way way, List<String> clients, List<List<String>> urls) {
        OneJvm all = new OneJvm();
        for (int i = 0; i < clients.size(); i++) {
            all.add(
                    RedirectedProgram.class.getName(),
                    way.classPath(Jars.withPrograms(Libraries.of(
                            "com.azure:azure-core:1.61.0", "com.azure:azure-core-http-" + clients.get(i)))),
                    urls.get(i));
        }
        way.equip(all.program(Kind.USUAL))
                .jvmArguments(extension.arm().jvmArguments())
                .systemProperty("vertx.disableDnsResolver", "true") // it would not look into our hosts file
                .run()
                .orFail();
    }
}
