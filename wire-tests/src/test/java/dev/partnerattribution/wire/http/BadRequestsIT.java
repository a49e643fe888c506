package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that make no sense, or hardly: they end with the agent as they end without it. */
class BadRequestsIT {
    private static final String LONG = "a".repeat(64 * 1024);
    private static final String NOT_ASCII = "pröbe/1.0";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    /** What the clients do without the agent and with it, one after another in the same JVM. */
    @Test
    void what_leads_nowhere_fails_and_a_strange_user_agent_is_sent_or_refused_as_without_the_agent() {
        LoopbackArm arm = extension.arm();
        List<Client> clients = Clients.NEWEST;
        ProgramResult without = program(clients).run().orFail();
        List<RecordedRequests> sentWithout = sent(clients);
        arm.reset();

        ProgramResult with =
                program(clients).agent(Jars.AGENT, "guid=" + Way.GUID).run().orFail();

        List<RecordedRequests> sent = sent(clients);
        assertThat(Said.by(with)).isEmpty();
        assertThat(OneJvm.each(without.stdout())).hasSameSizeAs(clients);
        SoftAssertions.assertSoftly(softly -> {
            for (int i = 0; i < clients.size(); i++) {
                softly.assertThat(OneJvm.each(with.stdout()).get(i))
                        .as(clients.get(i).toString())
                        .isEqualTo(OneJvm.each(without.stdout()).get(i))
                        .isNotBlank();
                softly.assertThat(targets(sent.get(i)))
                        .as(clients.get(i).toString())
                        .isEqualTo(targets(sentWithout.get(i)))
                        .isNotEmpty();
            }
        });
        sent.forEach(requests -> UserAgents.assertStamped(requests.at("/strange")));
    }

    private static JavaProgram program(List<Client> clients) {
        Map<Client, List<String>> addresses = new LinkedHashMap<>();
        for (int i = 0; i < clients.size(); i++) {
            addresses.put(clients.get(i), addresses(OneJvm.place(i)));
        }
        return OneJvm.of(addresses)
                .jvmArguments(extension.arm().jvmArguments())
                .systemProperty("own.user.agent", NOT_ASCII);
    }

    /** Those that reach a server have a path that begins so. */
    private static List<String> addresses(String place) {
        URI arm = extension.arm().endpoint();
        int port = arm.getPort();
        return List.of(
                "http:///no/host",
                "http://:" + port + "/port/only",
                "http://[::1]:" + port + "/not/listening",
                "http://[::1/not/closed",
                "http://management.azure.com:99999999/",
                "http://management.azure.com:" + port + "/" + place + "%zz",
                "http://management.azure.com:" + port + "/" + place + "a b",
                "https//management.azure.com/",
                "ftp://management.azure.com/",
                "//management.azure.com:" + port + "/" + place + "no/scheme",
                "",
                arm + place + "strange",
                "User-Agent=" + LONG + "|" + arm + place + "strange",
                "User-Agent=" + NOT_ASCII + "|" + arm + place + "strange");
    }

    /** What the server received of each of them. */
    private static List<RecordedRequests> sent(List<Client> clients) {
        RecordedRequests all = extension.arm().requests();
        return IntStream.range(0, clients.size())
                .mapToObj(i -> all.at("/" + OneJvm.place(i)))
                .toList();
    }

    private static List<String> targets(RecordedRequests requests) {
        return requests.stream()
                .map(request -> request.method() + " " + request.host() + request.path())
                .toList();
    }
}
