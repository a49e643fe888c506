package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import org.jspecify.annotations.Nullable;

/**
 * Apache HttpClient 5, async, by HTTP/2: this makes the header lines of a request, right before they are sent.
 */
public final class ApacheHttp2Client5Hook extends RequestHook {
    /** Made by the launcher, by name. */
    public ApacheHttp2Client5Hook() {
        super(
                Route.APACHE_HTTPCLIENT_5,
                "convert",
                "(Lorg/apache/hc/core5/http/HttpRequest;)",
                "ApacheHttpClient5Stamper",
                "org/apache/hc/core5/http2/impl/DefaultH2RequestConverter");
    }

    /** No context is handed on to here. */
    @Override
    @Nullable
    Object[] shown(@Nullable Object[] arguments) {
        return ApacheHttpAsyncClient5RouteHook.withHost(arguments);
    }
}
