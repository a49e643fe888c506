package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/**
 * Apache HttpClient 5, async, by HTTP/2: this makes the header lines of a request, right before they are sent.
 */
public final class ApacheHttp2Client5Hook extends RequestHook {
    /** Made by the launcher, by name. */
    public ApacheHttp2Client5Hook() {
        super(
                Route.APACHE_HTTPCLIENT_5,
                "org/apache/hc/core5/http2/impl/DefaultH2RequestConverter",
                "convert",
                "(Lorg/apache/hc/core5/http/HttpRequest;)",
                "ApacheHttpClient5Stamper");
    }
}
