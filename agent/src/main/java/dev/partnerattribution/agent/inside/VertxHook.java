package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/**
 * Vert.x: every part of a request, its head first, is written by this method, above the differences between HTTP versions.
 * A request after a redirect is a new one.
 */
public final class VertxHook extends UrlHook {
    /** Made by the launcher, by name. */
    public VertxHook() {
        super(Route.VERTX, "io/vertx/core/http/impl/HttpClientRequestImpl", "VertxStamper");
    }

    @Override
    boolean isAt(String method, String descriptor) {
        return method.equals("doWrite");
    }

    @Override
    String wanted() {
        return "doWrite(...)";
    }
}
