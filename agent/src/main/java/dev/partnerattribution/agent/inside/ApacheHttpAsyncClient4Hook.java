package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Apache HttpAsyncClient 4: a connection is handed each request that it is to write, redirects, retries and a proxy's CONNECT
 * included.
 */
public final class ApacheHttpAsyncClient4Hook extends RequestHook {
    /** Made by the launcher, by name. */
    public ApacheHttpAsyncClient4Hook() {
        super(
                Route.APACHE_HTTPCLIENT_4,
                "org/apache/http/impl/nio/DefaultNHttpClientConnection",
                "submitRequest",
                "(Lorg/apache/http/HttpRequest;)",
                "ApacheHttpClient4Stamper");
    }

    /** The header that names the host names its port, too. */
    @Override
    BinaryOperator<@Nullable String> stamp(Decision decision) {
        return UrlHook.byUrl(decision);
    }
}
