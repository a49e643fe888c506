package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Brief;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.http.TwoPlaces.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    private static TwoPlaces places;

    @BeforeAll
    static void start() throws IOException {
        places = TwoPlaces.start(
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

    @AfterAll
    static void stop() {
        places.close();
    }

    /** The newest on every JDK, and the oldest of those whose ways differ. */
    static Stream<Arguments> clients() {
        Stream<Client> older = Stream.concat(
                Stream.of(
                        Clients.OKHTTP_3,
                        Clients.OKHTTP_4,
                        Clients.VERTX_4,
                        Clients.REACTOR_NETTY_1_0,
                        Client.of("ApacheHttpClient4Program", "org.apache.httpcomponents:httpclient:4.3"),
                        Client.of("ApacheHttpClient5Program", "org.apache.httpcomponents.client5:httpclient5:5.0"),
                        Client.of("ApacheHttpAsyncClient5Program", "org.apache.httpcomponents.client5:httpclient5:5.0")),
                Clients.FURTHER_ENDS.stream().filter(client -> client.program().startsWith("OldReactorNetty")));
        return Stream.concat(
                Jdks.installed().stream()
                        .filter(jdk -> jdk.version() >= 17)
                        .flatMap(jdk -> Clients.NEWEST.stream().map(client -> Arguments.of(client, jdk))),
                older.map(client -> Arguments.of(client, Jdks.running())));
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("clients")
    void the_url_counts_and_not_what_the_request_says_of_its_host(Client client, Jdk jdk) {
        String arm = "http://" + ARM + ":" + places.port();
        String other = "http://" + OTHER + ":" + places.port();
        String address = "http://" + TwoPlaces.OTHER + ":" + places.port();

        List<Received> received = run(
                client,
                jdk,
                arm + "/plain",
                other + "/plain",
                "Host=" + OTHER + "|" + arm + "/host",
                "Host=" + ARM + "|" + other + "/host",
                "Host=" + ARM + "|" + address + "/host",
                "authority=" + OTHER + "|" + arm + "/authority",
                "authority=" + ARM + "|" + other + "/authority",
                "authority=" + ARM + "|" + address + "/authority");

        assertThat(received).hasSize(10);
        assertThat(received.stream().filter(Received::byArm)).hasSize(4);
        assertStampedWhereTheyShould(received);
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("clients")
    void a_host_is_what_the_client_connects_to_however_it_is_written(Client client, Jdk jdk) {
        int port = places.port();
        List<String> urls = new ArrayList<>(List.of(
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
                "http://2130706434:" + port + "/number"));
        if (client.program().equals("VertxProgram")) {
            urls.add(OTHER + " " + port + " @" + ARM + ":" + port + "/parts");
            urls.add(ARM + " " + port + " @" + OTHER + ":" + port + "/parts");
        }

        List<Received> received = run(client, jdk, urls.toArray(new String[0]));

        assertThat(received).anyMatch(Received::byArm).anyMatch(request -> !request.byArm());
        assertStampedWhereTheyShould(received);
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("clients")
    void several_user_agents_are_one_of_which_nothing_is_lost(Client client, Jdk jdk) {
        String arm = "http://" + ARM + ":" + places.port();
        String other = "http://" + OTHER + ":" + places.port();

        List<Received> received = run(
                client,
                jdk,
                "User-Agent=tool/1.0|User-Agent=part/2.0|" + arm + "/two",
                "User-Agent=tool/1.0|User-Agent=" + OTHERS_ID + "|" + arm + "/others-last",
                "User-Agent=" + OTHERS_ID + "|User-Agent=tool/1.0|" + arm + "/others-first",
                "User-Agent=tool/1.0|User-Agent=part/2.0|" + other + "/elsewhere");

        assertThat(received).hasSize(4);
        assertThat(received.get(0).userAgents()).containsExactly("tool/1.0 part/2.0 " + Way.TOKEN);
        assertThat(received.subList(1, 3)).allSatisfy(request -> assertThat(words(request))
                .containsExactlyInAnyOrder("tool/1.0", OTHERS_ID));
        assertThat(words(received.get(3))).containsExactly("tool/1.0", "part/2.0");
    }

    /** Some clients put commas between them. */
    private static List<String> words(Received request) {
        return List.of(String.join(" ", request.userAgents()).split("[ ,]+", -1));
    }

    static Stream<Arguments> clients_that_let_it_be_taken_off() {
        return clients().filter(arguments -> {
            String program = ((Client) arguments.get()[0]).program();
            return !program.equals("JavaNetHttpProgram") && !program.equals("ClientCoreProgram");
        });
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("clients_that_let_it_be_taken_off")
    void a_request_whose_user_agent_is_taken_off_at_the_last_place_gets_ours(Client client, Jdk jdk) {
        List<Received> received = run(
                client,
                jdk,
                "bare|http://" + ARM + ":" + places.port() + "/bare",
                "bare|http://" + OTHER + ":" + places.port() + "/bare");

        assertThat(received).hasSize(2);
        assertStampedWhereTheyShould(received);
    }

    private static void assertStampedWhereTheyShould(List<Received> received) {
        assertThat(received).allSatisfy(request -> {
            assertThat(request.userAgents()).hasSizeLessThanOrEqualTo(1);
            String userAgent = String.join(" ", request.userAgents());
            assertThat(userAgent.split("pid-", -1)).hasSize(request.byArm() ? 2 : 1);
            assertThat(userAgent.endsWith(Way.TOKEN)).isEqualTo(request.byArm());
        });
    }

    private static List<Received> run(Client client, Jdk jdk, String... addresses) {
        List<Path> classPath = new ArrayList<>(Jars.withPrograms(client.libraries()));
        classPath.add(Compiled.program(client.program(), client.compiledWith()));
        places.take();
        ProgramResult result = Way.AGENT
                .equip(JavaProgram.mainClass(client.program()).classPath(classPath))
                .jdk(jdk)
                .jvmArguments(places.jvmArguments())
                .jvmArguments(Brief.JVM)
                .jvmArguments("-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8")
                .systemProperty("sun.net.http.allowRestrictedHeaders", "true")
                .systemProperty("jdk.httpclient.allowRestrictedHeaders", "host")
                .arguments(addresses)
                .run()
                .orFail();
        List<Received> received = places.take();
        assertThat(Said.by(result)).filteredOn(line -> !line.contains(OTHERS_ID)).isEmpty();
        assertThat(received)
                .as(() -> String.join("\n", addresses) + "\n" + result.stdout() + result.stderr())
                .isNotEmpty();
        return received;
    }
}
