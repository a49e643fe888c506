package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the doctor says of programs, with the agent, is what ClientsIT and UnseenTrafficIT see on the wire of the same programs. */
class DoctorOfClientsIT {
    static Stream<Client> clients() {
        return Stream.concat(
                Stream.of(Clients.NEWEST, Clients.FURTHER_ENDS, Clients.PLUGGED_IN)
                        .flatMap(List::stream),
                Clients.BETWEEN.stream().filter(client -> client.program().startsWith("Vertx")));
    }

    static Stream<Client> strangers() {
        return UnseenTrafficIT.strangers()
                .map(stranger -> (Client) stranger.get()[0])
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void those_that_carry_the_tracking_id_are_attributed(Client client) throws IOException {
        assertThat(client.doctorsVerdict()).isEqualTo("attributed");
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void those_that_carry_none_are_not(Client client) throws IOException {
        assertThat(client.doctorsVerdict()).isEqualTo("not-attributed");
    }
}
