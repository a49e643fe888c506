package dev.partnerattribution.weave.program;

import dev.partnerattribution.agent.requests.ClientReceipts;
import dev.partnerattribution.agent.requests.RouteStamper;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** One request as it is sent. */
final class StampedHttpRequest {
    private static final String USER_AGENT = "User-Agent";

    private final HttpRequest toSend;

    private StampedHttpRequest(HttpRequest toSend) {
        this.toSend = toSend;
    }

    /** Decides on the User-Agent. Never throws. */
    static StampedHttpRequest of(HttpRequest given) {
        try {
            String host = given.uri().getHost();
            String before = given.headers().map().containsKey(USER_AGENT)
                    ? RouteStamper.asOne(given.headers().allValues(USER_AGENT).iterator())
                    : "Java-http-client/" + System.getProperty("java.version");
            String after = HttpClients.ROUTE.stamper().apply(host, before);
            StampedHttpRequest stamped = new StampedHttpRequest(
                    after == null || after.equals(before)
                            ? given
                            : RequestCopy.of(given, given.uri(), name -> true)
                                    .setHeader(USER_AGENT, after)
                                    .build());
            if (HttpClients.RECEIPTS.test(host)) {
                HttpClients.RECEIPTS.accept(
                        new Object[] {stamped, given.method(), given.uri().toString(), null, before, after});
            }
            return stamped;
        } catch (Throwable e) {
            HttpClients.ROUTE.failed(e);
            return new StampedHttpRequest(given);
        }
    }

    HttpRequest toSend() {
        return toSend;
    }

    /** The answer has come. Never throws. */
    void answered(HttpResponse<?> answer) {
        try {
            if (ClientReceipts.areAnswersWanted()) {
                ClientReceipts.answered(
                        HttpClients.ROUTE.route(),
                        this,
                        answer.statusCode(),
                        first(answer.headers(), ClientReceipts.CORRELATION_ID),
                        first(answer.headers(), ClientReceipts.REQUEST_ID));
            }
        } catch (Throwable e) {
            HttpClients.ROUTE.failed(e);
        }
    }

    private static @Nullable String first(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse(null);
    }
}
