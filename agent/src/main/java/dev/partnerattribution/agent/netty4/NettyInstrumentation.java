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
        Predicate<String> other = NettyInstrumentation::isOfOtherRoute;
        parts[common.length] = other;
        return parts;
    }

    /** Whether a handler of this class, or this name, is one of a route of its own, which is entered. */
    private static boolean isOfOtherRoute(String handler) {
        String name = "." + handler; // the library may have been relocated
        if (name.contains(".reactor.netty.") || name.startsWith(".reactor.left.")) {
            return EngineStart.isInstrumented(Route.REACTOR_NETTY);
        }
        return name.contains(".vertx.core.") && EngineStart.isInstrumented(Route.VERTX);
    }
}
