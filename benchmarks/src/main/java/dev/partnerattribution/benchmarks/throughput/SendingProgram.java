package dev.partnerattribution.benchmarks.throughput;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Sends requests by one client on many threads, each as soon as the one before is answered. Arguments: the client, the URL, how
 * many threads, and seconds to warm up and then to measure, which a {@link Meter} does.
 */
public final class SendingProgram {
    private static volatile boolean stopped;

    private SendingProgram() {}

    /** Sends one request and reads its answer. */
    private interface Sender {
        void send() throws IOException;
    }

    /** The program. */
    public static void main(String[] args) throws InterruptedException {
        int threads = Integer.parseInt(args[2]);
        Sender sender = sender(args[0], args[1], threads);
        Meter meter = new Meter();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> sendUntilStopped(sender, meter), "sender-" + i);
            thread.start();
            senders.add(thread);
        }
        meter.measure(Integer.parseInt(args[3]));
        stopped = true;
        for (Thread thread : senders) {
            thread.join();
        }
        System.exit(0); // some clients have threads of their own
    }

    private static void sendUntilStopped(Sender sender, Meter meter) {
        try {
            while (!stopped) {
                sender.send();
                meter.count();
            }
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static Sender sender(String client, String url, int threads) {
        return switch (client) {
            case "HttpURLConnection" -> httpUrlConnection(url, threads);
            case "OkHttp" -> okHttp(url, threads);
            case "HttpClient 5" -> httpClient5(url, threads);
            case "azure-core" -> azureCore(url);
            default -> throw new IllegalArgumentException(client);
        };
    }

    private static Sender httpUrlConnection(String url, int threads) {
        System.setProperty("http.maxConnections", Integer.toString(threads));
        return () -> {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            try (InputStream body = connection.getInputStream()) {
                body.readAllBytes();
            }
        };
    }

    private static Sender okHttp(String url, int threads) {
        OkHttpClient client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(threads, 1, TimeUnit.MINUTES))
                .build();
        HttpUrl parsed = HttpUrl.get(url); // which waits for a lock of the JDK's
        return () -> {
            try (Response response =
                    client.newCall(new Request.Builder().url(parsed).build()).execute()) {
                response.body().bytes();
            }
        };
    }

    private static Sender httpClient5(String url, int threads) {
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(threads)
                        .setMaxConnPerRoute(threads)
                        .build())
                .build();
        return () -> client.execute(new HttpGet(url), response -> EntityUtils.toByteArray(response.getEntity()));
    }

    private static Sender azureCore(String url) {
        HttpPipeline pipeline = new HttpPipelineBuilder()
                .policies(new UserAgentPolicy("benchmark"))
                .build();
        return () -> pipeline.sendSync(new HttpRequest(HttpMethod.GET, url), Context.NONE)
                .getBodyAsBinaryData();
    }
}
