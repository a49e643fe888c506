package dev.partnerattribution.agent.jdk.httpclient;

import dev.partnerattribution.agent.jdk.JdkInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** What is made for each request that is sent. */
public final class SenderInstrumentation extends JdkInstrumentation {
    /** Made by the engine, by name. */
    public SenderInstrumentation() {
        super(Route.JAVA_NET_HTTP, SenderEntry.TYPE, new SenderEntry());
    }
}
