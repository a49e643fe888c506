package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Apache HttpClient 4, and whoever uses its HttpCore by itself: each request that is sent, redirects and retries included, and a
 * proxy's CONNECT.
 */
public final class ApacheHttpClient4Hook extends RequestHook {
    /** Made by the launcher, by name. */
    public ApacheHttpClient4Hook() {
        super(
                Route.APACHE_HTTPCLIENT_4,
                "org/apache/http/protocol/HttpRequestExecutor",
                "execute",
                "(Lorg/apache/http/HttpRequest;Lorg/apache/http/HttpClientConnection;"
                        + "Lorg/apache/http/protocol/HttpContext;)",
                "ApacheHttpClient4Stamper");
    }

    /** The header that names the host names its port, too. */
    @Override
    BinaryOperator<@Nullable String> stamp(Decision decision) {
        return UrlHook.byUrl(decision);
    }

    /** The answer comes in the same class. */
    @Override
    Hook alongside() {
        return new ApacheHttpClient4AnswerHook();
    }
}
