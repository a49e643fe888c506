package dev.partnerattribution.agent.jdk.httpclient;

import dev.partnerattribution.agent.jdk.JdkInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** What is made of each answer. */
public final class ResponseInstrumentation extends JdkInstrumentation {
    /** Made by the engine, by name. */
    public ResponseInstrumentation() {
        super(Route.JAVA_NET_HTTP, "jdk/internal/net/http/Response", new ResponseEntry());
    }
}
