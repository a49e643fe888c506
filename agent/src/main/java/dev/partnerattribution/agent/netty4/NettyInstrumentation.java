package dev.partnerattribution.agent.netty4;

import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.InjectedHelper;
import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;

/** Libraries on Netty that are routes of their own are left to these: they know better where a request goes. */
abstract class NettyInstrumentation extends LibraryInstrumentation {
    NettyInstrumentation(String type, Class<? extends InjectedHelper> helper, Repeats repeats) {
        super(new NettyConnection(Route.NETTY_4, repeats), type);
        helper(helper, NettyDestination.class.getName(), HostNames.class.getName());
    }
}
