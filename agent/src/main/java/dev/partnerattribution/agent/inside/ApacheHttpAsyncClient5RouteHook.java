package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Apache HttpClient 5, async: here it is still known where a request goes. It is remembered where the request itself says
 * something else, which is rare: the program named another authority.
 */
public final class ApacheHttpAsyncClient5RouteHook extends RequestHook {
    private static final ByIdentity<String> HOSTS = new ByIdentity<>();

    /** Made by the launcher, by name. */
    public ApacheHttpAsyncClient5RouteHook() {
        super(
                Route.APACHE_HTTPCLIENT_5,
                "execute",
                "(Lorg/apache/hc/core5/http/HttpRequest;Lorg/apache/hc/core5/http/nio/AsyncEntityProducer;"
                        + "Lorg/apache/hc/client5/http/async/AsyncExecChain$Scope;"
                        + "Lorg/apache/hc/client5/http/async/AsyncExecChain;"
                        + "Lorg/apache/hc/client5/http/async/AsyncExecCallback;)",
                "ApacheHttpAsyncClient5Route",
                "org/apache/hc/client5/http/impl/async/HttpAsyncMainClientExec",
                "org/apache/hc/client5/http/impl/async/H2AsyncMainClientExec");
    }

    @Override
    Consumer<@Nullable Object[]> receipts(Decision decision) {
        return request -> HOSTS.put(request[0], (String) request[1]);
    }

    /** What sends, the request, and the host it goes to, null if that is its authority. */
    static @Nullable Object[] withHost(@Nullable Object[] arguments) {
        Object request = arguments[1];
        return new Object[] {arguments[0], request, request == null ? null : HOSTS.get(request)};
    }
}
