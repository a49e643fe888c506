package dev.partnerattribution.agent.jdk.urlconnection;

import dev.partnerattribution.agent.jdk.JdkInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** What writes requests and reads answers, below {@code HttpURLConnection}. */
public final class RequestInstrumentation extends JdkInstrumentation {
    /** Made by the engine, by name. */
    public RequestInstrumentation() {
        super(Route.HTTP_URL_CONNECTION, WriteRequestsEntry.TYPE, new WriteRequestsEntry(), new ParseHttpReturn());
    }
}
