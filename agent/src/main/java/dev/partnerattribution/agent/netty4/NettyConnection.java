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
        Predicate<Object> other = NettyConnection::isOfOtherRoute;
        parts[common.length] = other;
        return parts;
    }

    /** Whether a handler of this class, or this name, is one of a route of its own, which is entered. */
    private static boolean isOfOtherRoute(Object handler) {
        if (!(handler instanceof Class)) {
            return handler.toString().startsWith("reactor.left.") && EnteredRoutes.contain(Route.REACTOR_NETTY);
        }
        Class<?> type = (Class<?>) handler;
        String name = "." + type.getName(); // the library may have been relocated
        return (name.contains(".reactor.netty.") && isEntered(Route.REACTOR_NETTY, type))
                || (name.contains(".vertx.core.") && isEntered(Route.VERTX, type));
    }

    /** Not elsewhere in the JVM: another application may have a version that the route knows, and this one may not. */
    private static boolean isEntered(Route route, Class<?> handler) {
        ClassLoader loader = handler.getClassLoader();
        return loader != null && EnteredRoutes.contain(route, loader);
    }
}
