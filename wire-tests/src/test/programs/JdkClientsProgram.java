import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;

/** What the JDK's own clients do beyond a request, and what their answers show: of Java 21. */
public final class JdkClientsProgram {
    public static void main(String[] arguments) throws Exception {
        String arm = arguments[0];
        connectionAway(arm + "jdk/connection/away");
        connectionAway(arm + "jdk/connection/port");
        connectionInCircles(arm + "jdk/connection/circle");
        connectionPatches(arm + "jdk/connection/patch");
        clientAway(arm + "jdk/client/away");
        clientInCircles(arm + "jdk/client/circle");
        clientEnds(arm + "jdk/client/end");
        childOfThisEnvironment();
        System.exit(0);
    }

    private static HttpURLConnection connection(String url) throws IOException {
        return (HttpURLConnection) new URL(url).openConnection();
    }

    private static void connectionAway(String url) throws IOException {
        HttpURLConnection connection = connection(url);
        connection.setRequestProperty("Cookie", "session=1");
        connection.setRequestProperty("Cookie2", "session=2");
        connection.setRequestProperty("Authorization", "Bearer 3");
        connection.setRequestProperty("X-Own", "4");
        System.out.println("away: " + connection.getResponseCode() + " " + connection.getURL().getHost());
    }

    private static void connectionInCircles(String url) {
        try {
            System.out.println("circle: " + connection(url).getResponseCode());
        } catch (IOException e) {
            System.out.println("circle: " + e.getMessage());
        }
    }

    /** As libraries do it, since the JDK takes no PATCH. */
    private static void connectionPatches(String url) throws Exception {
        HttpURLConnection connection = connection(url);
        try {
            Field delegate = connection.getClass().getDeclaredField("delegate");
            delegate.setAccessible(true);
            write((HttpURLConnection) delegate.get(connection));
        } catch (NoSuchFieldException plain) {
            // it does its work itself
        }
        write(connection);
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write("{}".getBytes());
        }
        System.out.println("patch: " + connection.getRequestMethod() + " " + connection.getResponseCode());
    }

    private static void write(HttpURLConnection connection) throws Exception {
        Field method = HttpURLConnection.class.getDeclaredField("method");
        method.setAccessible(true);
        method.set(connection, "PATCH");
    }

    private static HttpClient following() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    private static void clientAway(String url) throws Exception {
        HttpRequest request = request(url)
                .header("Cookie", "session=1")
                .header("Authorization", "Bearer 3")
                .header("Origin", "https://contoso.com")
                .header("Referer", "https://contoso.com/a")
                .header("X-Own", "4")
                .build();
        HttpResponse<Void> response = following().send(request, BodyHandlers.discarding());
        System.out.println("away: " + response.statusCode() + " " + response.uri().getHost());
    }

    private static void clientInCircles(String url) throws Exception {
        System.out.println(
                "circle: " + following().send(request(url).build(), BodyHandlers.discarding()).statusCode());
    }

    private static void clientEnds(String url) throws Exception {
        CompletableFuture<Void> printed;
        try (HttpClient client = following()) {
            printed = client.sendAsync(request(url).build(), BodyHandlers.discarding())
                    .thenAccept(response -> System.out.println("before the end: " + response.statusCode()));
        }
        System.out.println("closed");
        printed.join();
        HttpClient client = following();
        client.send(request(url).build(), BodyHandlers.discarding());
        client.shutdown();
        System.out.println("shut down: " + client.awaitTermination(Duration.ofSeconds(30)) + " " + client.isTerminated());
        try {
            client.send(request(url).build(), BodyHandlers.discarding());
            System.out.println("sent after the end");
        } catch (IOException e) {
            System.out.println("not sent after the end");
        }
        client.shutdownNow();
    }

    /** Whose bytes are no text in the encoding of this JVM. */
    private static void childOfThisEnvironment() throws Exception {
        for (Process child : new Process[] {
            Runtime.getRuntime().exec(new String[] {"printenv", "NAME_WITH_UMLAUT"}), Runtime.getRuntime().exec("printenv NAME_WITH_UMLAUT")
        }) {
            System.out.println("child: " + HexFormat.of().formatHex(child.getInputStream().readAllBytes()));
        }
    }
}
