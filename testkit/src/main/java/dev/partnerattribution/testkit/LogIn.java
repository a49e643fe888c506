package dev.partnerattribution.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * A log-in host that lets everyone in: under the names of Microsoft's own, and beneath {@link #PATH} under any name in the
 * manner of Active Directory Federation Services, because Microsoft's log-in libraries ask the public log-in hosts whether to
 * trust any other kind.
 */
final class LogIn {

    static final String PATH = "/adfs";

    /** Where an App Service has its managed identity. */
    static final String MANAGED_IDENTITY = PATH + "/managed-identity";

    /** What a client says who it is by; none is checked. */
    static final String SECRET = "of-no-account";

    /** In the form of a token, which some clients look into: nothing, about nothing, signed by nobody. */
    private static final String TOKEN = "e30.e30.e30";

    private static final int SECONDS = 86_399;

    private LogIn() {}

    static boolean owns(Request request) {
        return request.path().startsWith(PATH + "/")
                || HostNames.LOG_IN.contains(request.host().toLowerCase(Locale.ROOT));
    }

    static Reply answer(Request request) {
        String path = request.path();
        if (path.endsWith("/token") || path.equals(MANAGED_IDENTITY)) {
            return Reply.json(200, token(request));
        }
        if (path.endsWith("/.well-known/openid-configuration")) {
            return Reply.json(200, configuration(request, path.replaceFirst("(/v2\\.0)?/\\.well-known/.*", "")));
        }
        if (path.endsWith("/discovery/instance")) {
            return Reply.json(200, instance(request));
        }
        return Reply.error(404, "NotFound", "There is nothing to log in at '" + path + "'.");
    }

    private static ObjectNode token(Request request) {
        return Json.object()
                .put("token_type", "Bearer")
                .put("expires_in", SECONDS)
                .put("expires_on", String.valueOf(request.instant().getEpochSecond() + SECONDS))
                .put("access_token", TOKEN);
    }

    private static ObjectNode configuration(Request request, String tenant) {
        String endpoints = tenant + "/oauth2" + (tenant.equals(PATH) ? "" : "/v2.0");
        return Json.object()
                .put("issuer", request.urlOf(tenant.equals(PATH) ? PATH : tenant + "/v2.0"))
                .put("authorization_endpoint", request.urlOf(endpoints + "/authorize"))
                .put("token_endpoint", request.urlOf(endpoints + "/token"));
    }

    /** That this host is one of its kind, which knows no other. */
    private static ObjectNode instance(Request request) {
        ObjectNode instance = Json.object()
                .put(
                        "tenant_discovery_endpoint",
                        request.urlOf("/" + LoopbackArm.TENANT_ID + "/v2.0/.well-known/openid-configuration"));
        ObjectNode host = instance.putArray("metadata").addObject();
        host.put("preferred_network", request.host()).put("preferred_cache", request.host());
        host.putArray("aliases").add(request.host());
        return instance;
    }
}
