package dev.partnerattribution.weave.program;

import dev.partnerattribution.agent.requests.ClientReceipts;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Called by woven code where it called {@code java.net.http.HttpClient}. */
public final class HttpClients {
    static final JdkRoute ROUTE = new JdkRoute(Route.JAVA_NET_HTTP);
    static final ClientReceipts RECEIPTS = new ClientReceipts(Route.JAVA_NET_HTTP, ROUTE.stamper(), Repeats.ALWAYS);

    /** A program may have a client of another kind. */
    private static final String JDK = "jdk.internal.net.http.";

    private HttpClients() {}

    /** In place of {@code client.send(request, handler)}. */
    public static <T> HttpResponse<T> send(HttpClient client, HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        Sending<T> sending = sending(client, request, handler);
        if (sending == null) {
            return client.send(request, handler);
        }
        while (true) {
            HttpResponse<T> response = sending.client().send(sending.begin(), sending.handler());
            if (sending.isLast(response)) {
                return response;
            }
        }
    }

    /** In place of {@code client.sendAsync(request, handler)}. */
    public static <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpClient client, HttpRequest request, BodyHandler<T> handler) {
        Sending<T> sending = sending(client, request, handler);
        return sending == null ? client.sendAsync(request, handler) : new PendingResponse<>(sending, null).begun();
    }

    /** In place of {@code client.sendAsync(request, handler, pushed)}. */
    public static <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpClient client, HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushed) {
        Sending<T> sending = sending(client, request, handler);
        return sending == null
                ? client.sendAsync(request, handler, pushed)
                : new PendingResponse<>(sending, pushed).begun();
    }

    /** In place of {@code client.close()}, which waits for what is under way. Since Java 21. */
    public static void close(HttpClient client) throws InterruptedException {
        EndOfClient.of(client).call("close");
    }

    /** In place of {@code client.shutdown()}. Since Java 21. */
    public static void shutdown(HttpClient client) throws InterruptedException {
        EndOfClient.of(client).call("shutdown");
    }

    /** In place of {@code client.shutdownNow()}. Since Java 21. */
    public static void shutdownNow(HttpClient client) throws InterruptedException {
        EndOfClient.of(client).call("shutdownNow");
    }

    /** In place of {@code client.isTerminated()}. Since Java 21. */
    public static boolean isTerminated(HttpClient client) throws InterruptedException {
        return EndOfClient.of(client).isTerminated();
    }

    /** In place of {@code client.awaitTermination(duration)}. Since Java 21. */
    public static boolean awaitTermination(HttpClient client, Duration duration) throws InterruptedException {
        return EndOfClient.of(client).await(duration);
    }

    /** Null where the JDK is to do it alone. */
    private static <T> @Nullable Sending<T> sending(
            @Nullable HttpClient client, @Nullable HttpRequest request, @Nullable BodyHandler<T> handler) {
        if (client == null
                || request == null
                || handler == null
                || !client.getClass().getName().startsWith(JDK)
                || !ROUTE.isOurs()) {
            return null;
        }
        try {
            return Sending.of(client, request, handler);
        } catch (Throwable e) {
            ROUTE.failed(e);
            return null;
        }
    }
}
