package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/**
 * Apache HttpClient 5, classic: each request that is sent, redirects and retries included, and a proxy's CONNECT. The shorter
 * method of this name calls this one.
 */
public final class ApacheHttpClient5Hook extends RequestHook {
    /** Made by the launcher, by name. */
    public ApacheHttpClient5Hook() {
        super(
                Route.APACHE_HTTPCLIENT_5,
                "execute",
                "(Lorg/apache/hc/core5/http/ClassicHttpRequest;Lorg/apache/hc/core5/http/io/HttpClientConnection;"
                        + "Lorg/apache/hc/core5/http/io/HttpResponseInformationCallback;"
                        + "Lorg/apache/hc/core5/http/protocol/HttpContext;)",
                "ApacheHttpClient5Stamper",
                "org/apache/hc/core5/http/impl/io/HttpRequestExecutor");
    }
}
