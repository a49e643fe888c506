package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import org.jspecify.annotations.Nullable;

/**
 * Apache HttpClient 5, async, by HTTP/1.1: this begins to write a request. At any earlier point newer versions have not yet
 * given it the User-Agent that it has unless told otherwise.
 */
public final class ApacheHttpAsyncClient5Hook extends RequestHook {
    /** Made by the launcher, by name. */
    public ApacheHttpAsyncClient5Hook() {
        super(
                Route.APACHE_HTTPCLIENT_5,
                "writeHeadLine",
                "(Lorg/apache/hc/core5/http/HttpRequest;Lorg/apache/hc/core5/util/CharArrayBuffer;)",
                "ApacheHttpClient5Stamper",
                "org/apache/hc/core5/http/impl/nio/DefaultHttpRequestWriter");
    }

    /** No context is handed on to here. */
    @Override
    @Nullable
    Object[] shown(@Nullable Object[] arguments) {
        return ApacheHttpAsyncClient5RouteHook.withHost(arguments);
    }
}
