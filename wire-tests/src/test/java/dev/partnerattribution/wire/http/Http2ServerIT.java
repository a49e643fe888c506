package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.RecordedRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server is what the others take it for: they could pass on one that always speaks HTTP/1.1. */
class Http2ServerIT {
    @ParameterizedTest
    @CsvSource({"https, HTTP_2", "https, HTTP_1_1", "http, HTTP_2", "http, HTTP_1_1"})
    void speaks_both_versions_and_remembers_by_which_a_request_came(String scheme, Version version) throws Exception {
        try (LoopbackArm arm = LoopbackArm.start();
                Http2Server server = Http2Server.beside(arm)) {
            String url = scheme + "://localhost:" + server.port();
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(arm.sslContext())
                    .version(version)
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build();

            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(url + "/from?to=" + url + "/there"))
                            .header("User-Agent", "one/1.0")
                            .build(),
                    BodyHandlers.ofString());

            assertThat(response.version()).isEqualTo(version);
            assertThat(response.body()).isEqualTo("{}");
            assertThat(server.requests(version)).isEqualTo(server.requests()).hasSize(2);
            assertThat(server.requests())
                    .extracting(RecordedRequest::toString)
                    .containsExactly("1 307 GET localhost/from | one/1.0", "2 200 GET localhost/there | one/1.0");
        }
    }
}
