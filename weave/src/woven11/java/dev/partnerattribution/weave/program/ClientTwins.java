package dev.partnerattribution.weave.program;

import java.net.http.HttpClient;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Clients that are set up like a program's, but follow no redirect. Each is kept as long as the program keeps its own. */
final class ClientTwins {
    private static final Map<HttpClient, HttpClient> TWINS = Collections.synchronizedMap(new WeakHashMap<>());

    private ClientTwins() {}

    /** Null if nothing was sent by one. */
    static @Nullable HttpClient known(HttpClient client) {
        return TWINS.get(client);
    }

    static HttpClient of(HttpClient client) {
        HttpClient known = TWINS.get(client);
        if (known != null) {
            return known;
        }
        HttpClient made = made(client);
        HttpClient first = TWINS.putIfAbsent(client, made);
        return first == null ? made : first;
    }

    private static HttpClient made(HttpClient client) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(client.version())
                .sslContext(client.sslContext())
                .sslParameters(client.sslParameters());
        client.cookieHandler().ifPresent(builder::cookieHandler);
        client.connectTimeout().ifPresent(builder::connectTimeout);
        client.proxy().ifPresent(builder::proxy);
        client.authenticator().ifPresent(builder::authenticator);
        client.executor().ifPresent(builder::executor);
        return builder.build();
    }
}
