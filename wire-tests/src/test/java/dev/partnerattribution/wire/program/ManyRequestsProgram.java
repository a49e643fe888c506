package dev.partnerattribution.wire.program;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Many requests from sixteen threads over three routes: azure-core over OkHttp, HttpURLConnection and java.net.http.
 * Arguments: a base URL and how many. Says "sent" when all were answered, and ends; with a third argument, never.
 */
public final class ManyRequestsProgram {
    private static final int THREADS = 16;

    private final HttpPipeline pipeline = new HttpPipelineBuilder()
            .policies(new UserAgentPolicy("many-requests/1.0"))
            .build();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    private ManyRequestsProgram(String base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws Exception {
        ManyRequestsProgram program = new ManyRequestsProgram(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            threads.submit(() -> {
                for (int i = first; i < count; i += THREADS) {
                    program.send(i);
                }
                return null;
            });
        }
        threads.shutdown();
        System.out.println(threads.awaitTermination(5, TimeUnit.MINUTES) ? "sent" : "too slow");
        System.out.flush();
        if (arguments.length > 2) {
            Thread.sleep(Long.MAX_VALUE);
        }
        System.exit(0);
    }

    private void send(int number) throws IOException, InterruptedException {
        String url = base + "subscriptions/s" + number % 7 + "/resourceGroups/g" + number % 11
                + "/providers/Microsoft.Storage/storageAccounts/a" + number % 13 + "?api-version=2024-01-01";
        switch (number % 3) {
            case 0 ->
                pipeline.sendSync(new HttpRequest(HttpMethod.GET, url), Context.NONE)
                        .close();
            case 1 -> byHttpUrlConnection(url);
            default ->
                client.send(
                        java.net.http.HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
        }
    }

    private static void byHttpUrlConnection(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        boolean failed = connection.getResponseCode() >= 400;
        try (InputStream body = failed ? connection.getErrorStream() : connection.getInputStream()) {
            if (body != null) {
                body.readAllBytes();
            }
        }
    }
}
