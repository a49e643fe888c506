package dev.partnerattribution.testkit;

/**
 * A log-in host in the manner of Active Directory Federation Services, which lets everyone in. In this manner because
 * Microsoft's log-in libraries ask the public log-in hosts whether to trust any other kind.
 */
final class LogIn {

    static final String PATH = "/adfs";

    /** In the form of a token, which some clients look into: nothing, about nothing, signed by nobody. */
    private static final String TOKEN = "e30.e30.e30";

    private LogIn() {}

    static boolean owns(RequestHead head) {
        return head.originForm().startsWith(PATH + "/");
    }

    static Reply answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /adfs/.well-known/openid-configuration" ->
                Reply.json(
                        200,
                        Json.object()
                                .put("issuer", request.urlOf(PATH))
                                .put("authorization_endpoint", request.urlOf(PATH + "/oauth2/authorize"))
                                .put("token_endpoint", request.urlOf(PATH + "/oauth2/token")));
            case "POST /adfs/oauth2/token" ->
                Reply.json(
                        200,
                        Json.object()
                                .put("token_type", "Bearer")
                                .put("expires_in", 86_399)
                                .put("access_token", TOKEN));
            default -> Reply.error(404, "NotFound", "There is nothing to log in at '" + request.path() + "'.");
        };
    }
}
