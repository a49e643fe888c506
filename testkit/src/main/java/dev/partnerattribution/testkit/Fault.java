package dev.partnerattribution.testkit;

import dev.partnerattribution.testkit.internal.arm.ArmApi;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.Reply;
import dev.partnerattribution.testkit.internal.http.Request;
import dev.partnerattribution.testkit.internal.tls.HostName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.function.Function;

/** Something else than the proper answer, to be given by {@link Injection#answer(Fault)}. Immutable, for any number of uses. */
public final class Fault {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Function<Request, Reply> reply;

    private Fault(Function<Request, Reply> reply) {
        this.reply = reply;
    }

    /** An error of any status from 400 to 599, with a body in Azure Resource Manager's shape. */
    public static Fault error(int status, String code, String message) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("the status of an error is 400 to 599, not " + status);
        }
        return new Fault(request -> Reply.error(status, code, message));
    }

    /** 503, without a {@code Retry-After}: the client waits as long as it sees fit. */
    public static Fault serviceUnavailable() {
        return error(503, "ServerUnavailable", "The service is unavailable.");
    }

    /** 429 with {@code Retry-After} in seconds, 0 or more. */
    public static Fault tooManyRequests(int retryAfterSeconds) {
        if (retryAfterSeconds < 0) {
            throw new IllegalArgumentException("Retry-After is 0 seconds or more, not " + retryAfterSeconds);
        }
        return new Fault(request -> Reply.error(429, "TooManyRequests", "The request limit is reached.")
                .with("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    /** 409 as for a provider such as {@code Microsoft.Storage} that the subscription isn't registered for. */
    public static Fault missingRegistration(String namespace) {
        return new Fault(request -> ArmApi.missingRegistration(namespace));
    }

    /** 401 that demands a new token with these claims, a JSON text. */
    public static Fault claimsChallenge(String claims) {
        String encoded = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return new Fault(request -> Reply.error(401, "InvalidAuthenticationToken", "More claims are needed.")
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\","
                                + " error=\"insufficient_claims\", claims=\"" + encoded + "\""));
    }

    /** A redirect, 301, 302, 303, 307 or 308, to this address. */
    public static Fault redirect(int status, URI target) {
        Reply redirect = Reply.empty(checkedRedirect(status)).with("Location", target.toASCIIString());
        return new Fault(request -> redirect);
    }

    /** A redirect, 301, 302, 303, 307 or 308, to the same port, path and query on another host. */
    public static Fault redirectToHost(int status, String host) {
        Reply redirect = Reply.empty(checkedRedirect(status));
        String target = HostName.ascii(HostName.checked(host));
        return new Fault(request ->
                redirect.with("Location", request.urlOf(target, request.head().originForm())));
    }

    /** This status with this JSON text: what a log-in host says, for instance, which is no part of Resource Manager. */
    public static Fault json(int status, String body) {
        Reply reply = Reply.json(status, Json.parsed(body));
        return new Fault(request -> reply);
    }

    /** The connection ends before any answer. */
    public static Fault connectionCut() {
        return new Fault(request -> Reply.cut(Reply.Delivery.CUT_BEFORE));
    }

    /** The connection ends in the middle of the body of a 200. */
    public static Fault connectionCutMidway() {
        return new Fault(request -> Reply.cut(Reply.Delivery.CUT_MIDWAY));
    }

    private static int checkedRedirect(int status) {
        if (!REDIRECTS.contains(status)) {
            throw new IllegalArgumentException("a redirect is 301, 302, 303, 307 or 308, not " + status);
        }
        return status;
    }

    Reply reply(Request request) {
        return reply.apply(request);
    }
}
