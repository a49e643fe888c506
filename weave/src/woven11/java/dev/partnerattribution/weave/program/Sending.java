package dev.partnerattribution.weave.program;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.agent.requests.RouteStamper;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import org.jspecify.annotations.Nullable;

/**
 * A request that a program sends, and those that redirects make of it. They are followed here: the JDK's client would carry the
 * tracking ID on to other hosts, and none to Azure Resource Manager.
 */
final class Sending<T> {
    private final HttpClient client;
    private final HttpClient.Redirect policy;
    private final BodyHandler<T> handler;
    private final int limit = Math.max(0, Integer.getInteger("jdk.httpclient.redirects.retrylimit", 5));

    private HttpRequest next;
    private @Nullable StampedHttpRequest current;
    private int redirects;

    private Sending(HttpClient client, HttpClient.Redirect policy, HttpRequest request, BodyHandler<T> handler) {
        this.client = client;
        this.policy = policy;
        this.next = request;
        this.handler = handler;
    }

    /** Null where nothing of it concerns us: to another host by a client that does not follow redirects. */
    static <T> @Nullable Sending<T> of(HttpClient client, HttpRequest request, BodyHandler<T> handler) {
        HttpClient.Redirect policy = client.followRedirects();
        if (policy != HttpClient.Redirect.NEVER) {
            return new Sending<>(ClientTwins.of(client), policy, request, handler);
        }
        return concerns(request) ? new Sending<>(client, policy, request, handler) : null;
    }

    /** To Azure Resource Manager, or to what could be it, or with a tracking ID to another host. */
    private static boolean concerns(HttpRequest request) {
        String host = request.uri().getHost();
        return RouteStamper.isArm(host)
                || HttpClients.RECEIPTS.test(host)
                || request.headers().allValues("User-Agent").stream().anyMatch(TrackingId::isIn);
    }

    /** What is to send the requests. */
    HttpClient client() {
        return client;
    }

    /** The request to send now. */
    HttpRequest begin() {
        StampedHttpRequest stamped = StampedHttpRequest.of(next);
        current = stamped;
        return stamped.toSend();
    }

    /** Leaves the body of an answer alone that leads to another request. */
    BodyHandler<T> handler() {
        HttpRequest sent = next;
        return answer -> redirected(sent, answer.statusCode(), answer.headers()) == null
                ? handler.apply(answer)
                : BodySubscribers.replacing(null);
    }

    /** Takes an answer, and says whether it is the program's. */
    boolean isLast(HttpResponse<T> answer) {
        if (current != null) {
            current.answered(answer);
        }
        HttpRequest to = redirected(next, answer.statusCode(), answer.headers());
        if (to == null) {
            return true;
        }
        redirects++;
        next = to;
        return false;
    }

    private @Nullable HttpRequest redirected(HttpRequest sent, int status, HttpHeaders headers) {
        return redirects + 1 < limit ? Redirection.of(policy, sent, status, headers) : null;
    }
}
