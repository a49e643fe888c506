package dev.partnerattribution.wire.program;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The same requests by azure-core over OkHttp, by both of the JDK's clients, and a child process that says which User-Agent
 * the environment tells it to send. Arguments: base URLs.
 */
public final class EveryRouteProgram {
    private EveryRouteProgram() {}

    public static void main(String[] urls) throws Exception {
        work(urls);
        System.exit(0); // the HTTP client's threads would keep the process
    }

    /** In a method of its own, which a monitoring agent can be told to call a transaction. */
    private static void work(String[] urls) throws Exception {
        HttpPipeline pipeline = new HttpPipelineBuilder()
                .policies(new UserAgentPolicy("every-route/1.0"))
                .build();
        for (String url : urls) {
            pipeline.sendSync(new HttpRequest(HttpMethod.GET, url + "azure-core"), Context.NONE)
                    .close();
            byHttpUrlConnection(url + "http-url-connection");
            HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(URI.create(url + "java-net-http"))
                                    .build(),
                            BodyHandlers.discarding());
        }
        startChild();
    }

    private static void byHttpUrlConnection(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.getResponseCode();
        connection.disconnect();
    }

    private static void startChild() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "echo \"child: $AZURE_HTTP_USER_AGENT\"")
                .inheritIO()
                .start()
                .waitFor();
    }
}
