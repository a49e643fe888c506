package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/**
 * Apache HttpClient 4, and whoever uses its HttpCore by itself: each request that is sent, redirects and retries included, and a
 * proxy's CONNECT.
 */
public final class ApacheHttpClient4Hook extends RequestHook {
    /** Made by the launcher, by name. */
    public ApacheHttpClient4Hook() {
        super(
                Route.APACHE_HTTPCLIENT_4,
                "execute",
                "(Lorg/apache/http/HttpRequest;Lorg/apache/http/HttpClientConnection;"
                        + "Lorg/apache/http/protocol/HttpContext;)",
                "ApacheHttpClient4Stamper",
                "org/apache/http/protocol/HttpRequestExecutor");
    }

    /** The answer comes in the same class. */
    @Override
    public Hook alongside() {
        return new ApacheHttpClient4AnswerHook();
    }
}
