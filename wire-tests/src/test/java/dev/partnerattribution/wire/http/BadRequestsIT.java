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
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that make no sense, or hardly: they end with the agent as they end without it. */
class BadRequestsIT {
    private static final String LONG = "a".repeat(64 * 1024);
    private static final String NOT_ASCII = "pröbe/1.0";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    static List<Client> clients() {
        return Clients.NEWEST;
    }

    @ParameterizedTest
    @MethodSource("clients")
    void what_leads_nowhere_fails_and_a_strange_user_agent_is_sent_or_refused_as_without_the_agent(Client client) {
        LoopbackArm arm = extension.arm();
        int port = arm.port();
        JavaProgram program = client.to(
                        arm,
                        "http:///no/host",
                        "http://:" + port + "/port/only",
                        "http://[::1]:" + port + "/not/listening",
                        "http://[::1/not/closed",
                        "http://management.azure.com:99999999/",
                        "http://management.azure.com:" + port + "/%zz",
                        "http://management.azure.com:" + port + "/a b",
                        "https//management.azure.com/",
                        "ftp://management.azure.com/",
                        "//management.azure.com:" + port + "/no/scheme",
                        "",
                        arm.endpoint() + "strange",
                        "User-Agent=" + LONG + "|" + arm.endpoint() + "strange",
                        "User-Agent=" + NOT_ASCII + "|" + arm.endpoint() + "strange")
                .systemProperty("own.user.agent", NOT_ASCII);

        RecordedRequests strange = assertSame(arm, program).at("/strange");
        assertThat(strange).isNotEmpty();
        UserAgents.assertStamped(strange);
    }

    /** What the server received with the agent. */
    private static RecordedRequests assertSame(LoopbackArm arm, JavaProgram program) {
        ProgramResult without = program.run();
        List<String> sent = targets(arm);
        arm.reset();
        ProgramResult with = program.agent(Jars.AGENT, "guid=" + Way.GUID).run();

        assertThat(with.stdout()).isEqualTo(without.stdout()).isNotEmpty();
        assertThat(with.exitCode()).isEqualTo(without.exitCode());
        assertThat(targets(arm)).isEqualTo(sent);
        assertThat(Said.by(with)).isEmpty();
        return arm.requests();
    }

    private static List<String> targets(LoopbackArm arm) {
        return arm.requests().stream()
                .map(request -> request.method() + " " + request.host() + request.path())
                .toList();
    }
}
