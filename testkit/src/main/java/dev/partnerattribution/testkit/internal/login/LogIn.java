package dev.partnerattribution.testkit.internal.login;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.arm.Subscriptions;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.Reply;
import dev.partnerattribution.testkit.internal.http.Request;
import java.util.List;
import java.util.Locale;

/**
 * A log-in host that lets everyone in: under the names of Microsoft's own, and beneath {@link #PATH} under any name in the
 * manner of Active Directory Federation Services, because Microsoft's log-in libraries ask the public log-in hosts whether to
 * trust any other kind.
 */
public final class LogIn {

    /** Where clients of all clouds log in. */
    public static final List<String> HOSTS = List.of(
            "login.microsoftonline.com",
            "login.microsoft.com",
            "login.windows.net",
            "sts.windows.net",
            "login.microsoftonline.us",
            "login.chinacloudapi.cn",
            "login.partner.microsoftonline.cn",
            "login.microsoftonline.de");

    static final String PATH = "/adfs";

    /** Where an App Service has its managed identity. */
    static final String MANAGED_IDENTITY = PATH + "/managed-identity";

    /** What a client says who it is by; none is checked. */
    static final String SECRET = "of-no-account";

    /** Where Terraform's backend asks a host what is where, before it logs in there. */
    private static final String METADATA = "/metadata/endpoints";

    private static final String TOKEN_OF_ANY_HOST = "/oauth2/v2.0/token";

    /** In the form of a token, which some clients look into: nothing, about nothing, signed by nobody. */
    private static final String TOKEN = "e30.e30.e30";

    private static final int SECONDS = 86_399;

    private LogIn() {}

    public static boolean owns(Request request) {
        String path = request.path();
        return path.startsWith(PATH + "/")
                || path.equals(METADATA)
                || path.endsWith(TOKEN_OF_ANY_HOST)
                || HOSTS.contains(request.host().toLowerCase(Locale.ROOT));
    }

    public static Reply answer(Request request) {
        String path = request.path();
        if (path.endsWith("/token") || path.equals(MANAGED_IDENTITY)) {
            return Reply.json(200, token(request));
        }
        if (path.endsWith("/.well-known/openid-configuration")) {
            return Reply.json(200, configuration(request, path.replaceFirst("(/v2\\.0)?/\\.well-known/.*", "")));
        }
        if (path.equals(METADATA)) {
            return Reply.json(200, metadata(request));
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

    /** That all there is, is here. */
    private static ObjectNode metadata(Request request) {
        String here = request.urlOf("");
        ObjectNode metadata = Json.object().put("name", "Loopback");
        for (String service : List.of("portal", "graph", "microsoftGraphResourceId", "resourceManager")) {
            metadata.put(service, here);
        }
        metadata.putObject("suffixes").put("storage", "localhost");
        metadata.putObject("authentication")
                .put("loginEndpoint", here)
                .put("tenant", "common")
                .put("identityProvider", "AAD")
                .putArray("audiences")
                .add(here);
        return metadata;
    }

    /** That this host is one of its kind, which knows no other. */
    private static ObjectNode instance(Request request) {
        ObjectNode instance = Json.object()
                .put(
                        "tenant_discovery_endpoint",
                        request.urlOf("/" + Subscriptions.TENANT_ID + "/v2.0/.well-known/openid-configuration"));
        ObjectNode host = instance.putArray("metadata").addObject();
        host.put("preferred_network", request.host()).put("preferred_cache", request.host());
        host.putArray("aliases").add(request.host());
        return instance;
    }
}
