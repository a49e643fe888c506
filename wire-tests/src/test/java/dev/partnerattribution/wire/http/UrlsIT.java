package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.http.TwoPlaces.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every HTTP client: a request carries the tracking ID if the client connects to Azure Resource Manager, however its URL is
 * written and whatever its headers say; and what its program says of itself stays.
 */
class UrlsIT {
    private static final String ARM = "management.azure.com";
    private static final String OTHER = "gateway.example";
    private static final String OTHERS_ID = "pid-11111111-2222-4333-8444-555555555556";

    /** How a target begins of which a test is about more than the spelling of a URL. */
    private static final String HOST = "/host-";

    private static final String SEVERAL = "/several-";
    private static final String BARE = "/bare-";

    /** What was received of each client, by its JDK. */
    private static final Map<Jdk, Map<Client, List<Received>>> RECEIVED = new HashMap<>();

    private static TwoPlaces places() {
        return TwoPlaces.start(
                List.of(ARM, "management.azure.com.", "MANAGEMENT.azure.COM"),
                List.of(
                        OTHER,
                        // what a client looks up that takes a URL's authority for a name
                        "management.azure.com@gateway.example",
                        "gateway.example@management.azure.com",
                        "management.azure.com:@gateway.example",
                        "management%2Eazure.com",
                        "management.azure.com%00.gateway.example",
                        "management.azure.com%20"));
    }

    /** The newest, and the oldest of those whose ways differ. */
    static Stream<Arguments> clients() {
        Stream<Client> older = Stream.concat(
                Stream.of(
                        Clients.OKHTTP_3,
                        Clients.OKHTTP_4,
                        Clients.VERTX_4,
                        Client.of("ApacheHttpClient4Program", "org.apache.httpcomponents:httpclient:4.3"),
                        Client.of("ApacheHttpClient5Program", "org.apache.httpcomponents.client5:httpclient5:5.0"),
                        Client.of(
                                "ApacheHttpAsyncClient5Program", "org.apache.httpcomponents.client5:httpclient5:5.0")),
                Clients.FURTHER_ENDS.stream().filter(client -> client.program().startsWith("OldReactorNetty")));
        return Clients.inTurn(Stream.of(Clients.NEWEST.stream(), older, Stream.of(Clients.HELIDON))
                .flatMap(clients -> clients)
                .toList());
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("clients")
    void the_url_counts_and_not_what_the_request_says_of_its_host(Client client, Jdk jdk) {
        List<Received> received = of(client, jdk, HOST);

        assertThat(received).hasSize(10);
        assertThat(received.stream().filter(Received::byArm)).hasSize(4);
        assertStampedWhereTheyShould(received);
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("clients")
    void a_host_is_what_the_client_connects_to_however_it_is_written(Client client, Jdk jdk) {
        List<Received> received = of(client, jdk, "").stream()
                .filter(request -> Stream.of(HOST, SEVERAL, BARE).noneMatch(request.target()::startsWith))
                .toList();

        assertThat(received).anyMatch(Received::byArm).anyMatch(request -> !request.byArm());
        assertStampedWhereTheyShould(received);
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("clients")
    void several_user_agents_are_one_of_which_nothing_is_lost(Client client, Jdk jdk) {
        List<Received> received = of(client, jdk, SEVERAL);

        assertThat(received).hasSize(4);
        assertThat(received.get(0).userAgents()).containsExactly("tool/1.0 part/2.0 " + Way.TOKEN);
        assertThat(received.subList(1, 3))
                .allSatisfy(request -> assertThat(words(request)).containsExactlyInAnyOrder("tool/1.0", OTHERS_ID));
        assertThat(words(received.get(3))).containsExactly("tool/1.0", "part/2.0");
    }

    /** Some clients put commas between them. */
    private static List<String> words(Received request) {
        return List.of(String.join(" ", request.userAgents()).split("[ ,]+", -1));
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("clients")
    void a_request_whose_user_agent_is_taken_off_at_the_last_place_gets_ours(Client client, Jdk jdk) {
        List<Received> received = of(client, jdk, BARE);

        assertThat(received).hasSize(2);
        assertStampedWhereTheyShould(received);
    }

    private static void assertStampedWhereTheyShould(List<Received> received) {
        assertThat(received).allSatisfy(request -> {
            if (request.byArm()) {
                assertThat(request.userAgents()).hasSize(1);
            }
            String userAgent = String.join(" ", request.userAgents());
            assertThat(userAgent.split("pid-", -1)).hasSize(request.byArm() ? 2 : 1);
            assertThat(userAgent.endsWith(Way.TOKEN)).isEqualTo(request.byArm());
        });
    }

    /** The requests whose target begins so. */
    private static List<Received> of(Client client, Jdk jdk, String target) {
        return RECEIVED.computeIfAbsent(jdk, UrlsIT::run).get(client).stream()
                .filter(request -> request.target().startsWith(target))
                .toList();
    }

    private static List<String> addresses(Client client, int port) {
        String arm = "http://" + ARM + ":" + port;
        String other = "http://" + OTHER + ":" + port;
        String address = "http://" + TwoPlaces.OTHER + ":" + port;
        List<String> all = new ArrayList<>(List.of(
                arm + HOST + "plain",
                other + HOST + "plain",
                "Host=" + OTHER + "|" + arm + HOST + "header",
                "Host=" + ARM + "|" + other + HOST + "header",
                "Host=" + ARM + "|" + address + HOST + "header",
                "authority=" + OTHER + "|" + arm + HOST + "authority",
                "authority=" + ARM + "|" + other + HOST + "authority",
                "authority=" + ARM + "|" + address + HOST + "authority",
                "User-Agent=tool/1.0|User-Agent=part/2.0|" + arm + SEVERAL + "two",
                "User-Agent=tool/1.0|User-Agent=" + OTHERS_ID + "|" + arm + SEVERAL + "others-last",
                "User-Agent=" + OTHERS_ID + "|User-Agent=tool/1.0|" + arm + SEVERAL + "others-first",
                "User-Agent=tool/1.0|User-Agent=part/2.0|" + other + SEVERAL + "elsewhere",
                "bare|" + arm + BARE + "arm",
                "bare|" + other + BARE + "other"));
        all.addAll(spellings(port));
        if (client.program().equals("VertxProgram")) {
            all.add(OTHER + " " + port + " @" + ARM + ":" + port + "/parts");
            all.add(ARM + " " + port + " @" + OTHER + ":" + port + "/parts");
        }
        return all;
    }

    private static List<String> spellings(int port) {
        return List.of(
                "http://MANAGEMENT.azure.COM:" + port + "/upper-case",
                "HTTP://management.azure.com:" + port + "/upper-case-scheme",
                "http://management.azure.com.:" + port + "/absolute",
                "http://gateway.example@management.azure.com:" + port + "/user",
                "http://gateway.example:80@management.azure.com:" + port + "/user-and-password",
                "http://management.azure.com@gateway.example:" + port + "/user",
                "http://management.azure.com:@gateway.example:" + port + "/user-and-colon",
                "http://management.azure.com:80@gateway.example:" + port + "/user-and-password",
                "http://gateway.example:" + port + "/@management.azure.com:80/path",
                "http://gateway.example:" + port + "?@management.azure.com:80/query",
                "http://gateway.example:" + port + "#@management.azure.com:80/fragment",
                "http://gateway.example:" + port + "\\@management.azure.com:" + port + "/backslash",
                "http://gateway.example\\@management.azure.com:" + port + "/backslash",
                "http://management.azure.com\\@gateway.example:" + port + "/backslash",
                "http:\\\\management.azure.com:" + port + "\\backslashes",
                "http://management%2Eazure.com:" + port + "/percent",
                "http://management.azure.com%00.gateway.example:" + port + "/zero",
                "http://management.azure.com%20:" + port + "/blank",
                "http://management\u3002azure\u3002com:" + port + "/ideographic-dots",
                "http://\uff4danagement.azure.com:" + port + "/full-width",
                "http://127.0.0.2:" + port + "/address",
                "http://2130706434:" + port + "/number");
    }

    private static Map<Client, List<Received>> run(Jdk jdk) {
        List<Client> clients = clients()
                .filter(arguments -> arguments.get()[1].equals(jdk))
                .map(arguments -> (Client) arguments.get()[0])
                .toList();
        Map<Client, List<Received>> received = new HashMap<>();
        OneJvm.jvms(clients).forEach(jvm -> received.putAll(run(jdk, jvm)));
        return received;
    }

    /** Each has servers of its own. */
    private static Map<Client, List<Received>> run(Jdk jdk, List<Client> jvm) {
        Map<Client, TwoPlaces> servers = new HashMap<>();
        Map<Client, List<String>> addresses = new LinkedHashMap<>();
        for (Client client : jvm) {
            TwoPlaces own = places();
            servers.put(client, own);
            addresses.put(client, addresses(client, own.port()));
        }
        try {
            ProgramResult result = Way.AGENT
                    .equip(OneJvm.of(addresses))
                    .jdk(jdk)
                    .jvmArguments(servers.get(jvm.get(0)).jvmArguments())
                    .jvmArguments("-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8")
                    .systemProperty("sun.net.http.allowRestrictedHeaders", "true")
                    .systemProperty("jdk.httpclient.allowRestrictedHeaders", "host")
                    .run()
                    .orFail();
            assertThat(Said.by(result))
                    .filteredOn(line -> !line.contains(OTHERS_ID))
                    .isEmpty();
            Map<Client, List<Received>> received = new HashMap<>();
            servers.forEach((client, own) -> received.put(client, own.take()));
            assertThat(received.values())
                    .as(() -> result.stdout() + result.stderr())
                    .allSatisfy(requests -> assertThat(requests).isNotEmpty());
            return received;
        } finally {
            servers.values().forEach(TwoPlaces::close);
        }
    }
}
