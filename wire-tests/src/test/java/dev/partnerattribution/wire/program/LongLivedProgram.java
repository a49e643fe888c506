package dev.partnerattribution.wire.program;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.UserAgentPolicy;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Builds one client, sends a request with it, and says so; for each line it reads from standard input it sends another.
 * Arguments: which client, and a base URL.
 */
public final class LongLivedProgram {
    private LongLivedProgram() {}

    /** Sends a request, always by the same client. */
    private interface Client {
        void get(String url) throws IOException, InterruptedException;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Client client = client(arguments[0]);
        int sent = 0;
        do {
            client.get(arguments[1] + "request/" + ++sent);
            System.out.println("sent " + sent);
        } while (System.in.read() >= 0);
        System.exit(0); // the threads of some clients would keep the process
    }

    private static Client client(String name) {
        return switch (name) {
            case "http-url-connection" ->
                url -> ((HttpURLConnection) URI.create(url).toURL().openConnection()).getResponseCode();
            case "java-net-http" -> javaNetHttp();
            case "child-process" ->
                url -> new ProcessBuilder("sh", "-c", "echo child $AZURE_HTTP_USER_AGENT")
                        .inheritIO()
                        .start()
                        .waitFor();
            case "azure-core" -> azureCore();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Client javaNetHttp() {
        HttpClient client = HttpClient.newHttpClient();
        return url -> client.send(
                java.net.http.HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
    }

    private static Client azureCore() {
        HttpPipeline pipeline = new HttpPipelineBuilder()
                .policies(new UserAgentPolicy("long-lived-program/1.0"))
                .build();
        return url -> pipeline.send(new HttpRequest(HttpMethod.GET, url))
                .block()
                .getBodyAsString()
                .block();
    }
}
