package dev.partnerattribution.agent.jdk.httpclient;

import dev.partnerattribution.agent.jdk.JdkInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** The client's own form of a request. */
public final class RequestInstrumentation extends JdkInstrumentation {
    /** Made by the engine, by name. */
    public RequestInstrumentation() {
        super(Route.JAVA_NET_HTTP, UserHeadersEntry.TYPE, new UserHeadersEntry());
    }
}
