import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.UserAgentPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/**
 * Many requests from 64 threads over four routes: azure-core over java.net.http, java.net.http itself, HttpURLConnection and
 * Apache HttpClient 5. What the server does with each, its path says: of nine it answers six, cuts one off, and leaves two
 * without an answer, which the program gives up. Arguments: a base URL and how many. Prints after each quarter the live heap in
 * bytes, and the number of our threads.
 */
public final class SoakProgram {
    private static final int THREADS = 64;
    private static final int QUARTERS = 4;
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpPipeline pipeline = new HttpPipelineBuilder()
            .policies(new UserAgentPolicy("soak/1.0"))
            .build();
    private final CloseableHttpClient apache = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(THREADS)
                    .setMaxConnTotal(THREADS)
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setSocketTimeout(Timeout.of(PATIENCE))
                            .build())
                    .build())
            .build();

    private SoakProgram(String base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws Exception {
        SoakProgram program = new SoakProgram(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            int from = count / QUARTERS * quarter;
            int to = quarter == QUARTERS - 1 ? count : from + count / QUARTERS;
            long start = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = from + thread;
                all.add(threads.submit(() -> {
                    for (int i = first; i < to; i += THREADS) {
                        program.sendAnyhow(i);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println(liveHeap() + " " + ourThreads() + " " + millis);
        }
        System.exit(0);
    }

    private static long liveHeap() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("partner-attribution"))
                .count();
    }

    private void sendAnyhow(int number) {
        String what = number % 9 < 6 ? "answered" : number % 9 == 6 ? "cut" : "silent";
        String url = base + "subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a" + number
                + "?api-version=2024-01-01&" + what;
        try {
            send(number / 9 % 4, url, number % 2 == 0 || !what.equals("silent"));
        } catch (Exception expected) {
            // A third fails, one way or the other.
        }
    }

    private void send(int route, String url, boolean byTimeout) throws Exception {
        switch (route) {
            case 0 -> byPipeline(url, byTimeout);
            case 1 -> byUrlConnection(url);
            case 2 -> byJavaNetHttp(url, byTimeout);
            default ->
                apache.execute(new HttpGet(url), response -> {
                    EntityUtils.consume(response.getEntity());
                    return response.getCode();
                });
        }
    }

    private void byPipeline(String url, boolean byTimeout) {
        var response = pipeline.send(new com.azure.core.http.HttpRequest(HttpMethod.GET, url))
                .flatMap(answer -> answer.getBodyAsString());
        if (byTimeout) {
            response.timeout(PATIENCE).block();
        } else {
            response.takeUntilOther(reactor.core.publisher.Mono.delay(PATIENCE)).block();
        }
    }

    private void byJavaNetHttp(String url, boolean byTimeout) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (byTimeout) {
            client.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding());
            return;
        }
        CompletableFuture<HttpResponse<Void>> response = client.sendAsync(request.build(), BodyHandlers.discarding());
        try {
            response.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
        }
    }

    private static void byUrlConnection(String url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
        connection.setReadTimeout((int) PATIENCE.toMillis());
        try (InputStream body = connection.getInputStream()) {
            body.readAllBytes();
        }
    }
}
