package dev.partnerattribution.agent.netty4;

import dev.partnerattribution.agent.engine.EngineStart;
import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.InjectedHelper;
import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;
import java.util.function.Predicate;

/** Libraries on Netty that are routes of their own are left to these: they know better where a request goes. */
abstract class NettyInstrumentation extends LibraryInstrumentation {
    NettyInstrumentation(String type, Class<? extends InjectedHelper> helper) {
        super(Route.NETTY_4, type);
        helper(helper, NettyDestination.class.getName(), HostNames.class.getName());
    }

    @Override
    protected final Object[] parts(ClassLoader library, Class<?>... injected) {
        Object[] common = super.parts(library, injected);
        Object[] parts = new Object[common.length + 1];
        System.arraycopy(common, 0, parts, 0, common.length);
        Predicate<Object> other = NettyInstrumentation::isOfOtherRoute;
        parts[common.length] = other;
        return parts;
    }

    /** Whether a handler of this class, or this name, is one of a route of its own, which is entered. */
    private static boolean isOfOtherRoute(Object handler) {
        if (!(handler instanceof Class)) {
            return handler.toString().startsWith("reactor.left.") && EngineStart.isInstrumented(Route.REACTOR_NETTY);
        }
        Class<?> type = (Class<?>) handler;
        String name = "." + type.getName(); // the library may have been relocated
        return (name.contains(".reactor.netty.") && isEntered(Route.REACTOR_NETTY, type))
                || (name.contains(".vertx.core.") && isEntered(Route.VERTX, type));
    }

    /** Not elsewhere in the JVM: another application may have a version that the route knows, and this one may not. */
    private static boolean isEntered(Route route, Class<?> handler) {
        ClassLoader loader = handler.getClassLoader();
        return loader != null && EngineStart.isInstrumented(route, loader);
    }
}
