package dev.partnerattribution.agent.netty4;

import dev.partnerattribution.agent.library.HelperConnection;
import dev.partnerattribution.agent.requests.EnteredRoutes;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;
import java.util.Arrays;
import java.util.function.Predicate;

/** Tells Netty's helpers as well which requests are those of another route. */
public final class NettyConnection extends HelperConnection {
    /** See {@link HelperConnection}. */
    public NettyConnection(Route route, Repeats repeats) {
        super(route, repeats);
    }

    @Override
    protected Object[] parts(ClassLoader library, Class<?>... injected) {
        Object[] common = super.parts(library, injected);
        Object[] parts = Arrays.copyOf(common, common.length + 1);
        Predicate<String> other = NettyConnection::isOfOtherRoute;
        parts[common.length] = other;
        return parts;
    }

    /** Whether a handler of this class, or this name, is one of a route of its own, which is entered. */
    private static boolean isOfOtherRoute(String handler) {
        String name = "." + handler; // the library may have been relocated
        if (name.contains(".reactor.netty.") || name.startsWith(".reactor.left.")) {
            return EnteredRoutes.contain(Route.REACTOR_NETTY);
        }
        return name.contains(".vertx.core.") && EnteredRoutes.contain(Route.VERTX);
    }
}
