package dev.partnerattribution.agent.jdk.urlconnection;

import dev.partnerattribution.Route;
import dev.partnerattribution.agent.engine.JdkInstrumentation;

/** What is known of a request after it was sent: its answer, and whether it could be written at all. */
public final class ConnectionInstrumentation extends JdkInstrumentation {
    static final String TYPE = "sun/net/www/protocol/http/HttpURLConnection";

    /** Made by the engine, by name. */
    public ConnectionInstrumentation() {
        super(Route.HTTP_URL_CONNECTION, TYPE, new FollowRedirectEntry(), new RewriteEntry());
    }
}
