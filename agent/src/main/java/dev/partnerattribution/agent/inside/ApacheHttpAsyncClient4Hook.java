package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/**
 * Apache HttpAsyncClient 4: a connection is handed each request that it is to write, redirects, retries and a proxy's CONNECT
 * included.
 */
public final class ApacheHttpAsyncClient4Hook extends RequestHook {
    /** Made by the launcher, by name. */
    public ApacheHttpAsyncClient4Hook() {
        super(
                Route.APACHE_HTTPCLIENT_4,
                "submitRequest",
                "(Lorg/apache/http/HttpRequest;)",
                "ApacheHttpClient4Stamper",
                "org/apache/http/impl/nio/DefaultNHttpClientConnection");
    }
}
