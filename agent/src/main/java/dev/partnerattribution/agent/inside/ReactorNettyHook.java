package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/**
 * reactor-netty: whatever a request is sent with, in either HTTP version, its message is one of these two methods' result.
 * A request after a redirect is a new one.
 */
public final class ReactorNettyHook extends UrlHook {
    /** Made by the launcher, by name. */
    public ReactorNettyHook() {
        super(Route.REACTOR_NETTY, "reactor/netty/http/client/HttpClientOperations", "ReactorNettyStamper");
    }

    @Override
    boolean isAt(String method, String descriptor) {
        return method.equals("newFullBodyMessage") || method.equals("outboundHttpMessage");
    }

    @Override
    int methods() {
        return 2;
    }

    @Override
    String wanted() {
        return "newFullBodyMessage(), or no outboundHttpMessage()";
    }

    /** The answer comes in the same class. */
    @Override
    Hook alongside() {
        return new ReactorNettyAnswerHook();
    }
}
