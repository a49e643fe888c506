package dev.partnerattribution.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The JDK's HTTP client, in few words. */
final class ArmClient {

    static final String SUBSCRIPTION = "/subscriptions/" + LoopbackArm.SUBSCRIPTION_ID;
    static final String GROUP = SUBSCRIPTION + "/resourceGroups/rg";

    private final LoopbackArm arm;
    private final HttpClient http;

    ArmClient(LoopbackArm arm) {
        this(arm, HttpClient.Redirect.NEVER);
    }

    ArmClient(LoopbackArm arm, HttpClient.Redirect redirects) {
        this.arm = arm;
        this.http = HttpClient.newBuilder()
                .sslContext(arm.sslContext())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirects)
                .build();
    }

    Response get(String path) {
        return send("GET", path, "");
    }

    Response put(String path, String body) {
        return send("PUT", path, body);
    }

    Response post(String path, String body) {
        return send("POST", path, body);
    }

    Response delete(String path) {
        return send("DELETE", path, "");
    }

    /** Makes the group that {@link #GROUP} names. */
    ArmClient withGroup() {
        put(GROUP, "{\"location\":\"westeurope\"}");
        return this;
    }

    Response send(String method, String pathOrUrl, String body) {
        try {
            return new Response(http.send(request(method, pathOrUrl, body), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String pathOrUrl, String body) {
        URI uri = pathOrUrl.startsWith("http")
                ? URI.create(pathOrUrl)
                : arm.localEndpoint().resolve(pathOrUrl);
        return HttpRequest.newBuilder(uri)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    record Response(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        String body() {
            return http.body();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body());
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The text at this JSON pointer. */
        String at(String pointer) {
            return json().at(pointer).asText();
        }
    }
}
