package dev.partnerattribution.agent.jdk.httpclient;

import dev.partnerattribution.agent.jdk.JdkInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** What sends a request, as often as needed. */
public final class AttemptInstrumentation extends JdkInstrumentation {
    /** Made by the engine, by name. */
    public AttemptInstrumentation() {
        super(Route.JAVA_NET_HTTP, AttemptEntry.TYPE, new AttemptEntry());
    }
}
