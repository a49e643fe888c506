package dev.partnerattribution.agent.inside;

import dev.partnerattribution.ArmHosts;
import dev.partnerattribution.Attribution;
import dev.partnerattribution.Route;
import dev.partnerattribution.TrackingId;
import java.util.Iterator;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The stamp decision for requests of a library, asked for each of them: host and User-Agent in, User-Agent out. Which
 * attribution is in effect is found out for the first request that could be concerned, so that a program that sends its
 * requests elsewhere never pays for that.
 */
final class Decision implements BinaryOperator<@Nullable String> {
    /** Set while a thread decides: an application's class loader may send requests itself, when it is asked for a file. */
    private static final ThreadLocal<Boolean> DECIDING = new ThreadLocal<>();

    private final Route route;
    private final @Nullable ClassLoader library;

    /** Where the thread that asks is one of the library's: whose request it is. */
    private final @Nullable ClassLoader sender;

    private final boolean senderIsKnown;

    /** Read when the first request is sent, not when a hook is made: see {@link Hook#transform}. */
    private static final class Configured {
        static final ArmHosts ARM_HOSTS = ArmHosts.configured();
        static final Set<Route> ROUTES = Route.inEffect();
    }

    /** For a library of this class loader; null is the JDK itself. */
    Decision(Route route, @Nullable ClassLoader library) {
        this(route, library, null, false);
    }

    private Decision(Route route, @Nullable ClassLoader library, @Nullable ClassLoader sender, boolean senderIsKnown) {
        this.route = route;
        this.library = library;
        this.sender = sender;
        this.senderIsKnown = senderIsKnown;
    }

    /** For a client of the JDK's that decides on threads of its own, used by code of this class loader; null is the system's. */
    static Decision forCodeOf(Route route, @Nullable ClassLoader sender) {
        return new Decision(route, null, sender, true);
    }

    /** Several User-Agents are one; null if there is none. */
    static @Nullable String asOne(@Nullable Iterator<?> values) {
        String all = null;
        while (values != null && values.hasNext()) {
            Object value = values.next();
            if (value != null) {
                all = all == null ? value.toString() : all + " " + value;
            }
        }
        return all;
    }

    static boolean isArm(@Nullable String host) {
        return Configured.ARM_HOSTS.contains(host);
    }

    /** Whether the operator left this route on. */
    static boolean isOn(Route route) {
        return Configured.ROUTES.contains(route);
    }

    boolean isOn() {
        return isOn(route);
    }

    /** Nothing changes where the route is switched off. */
    @Override
    public @Nullable String apply(@Nullable String host, @Nullable String userAgent) {
        return isOn() ? stamped(Address.bracketed(host), userAgent) : userAgent;
    }

    private @Nullable String stamped(@Nullable String host, @Nullable String userAgent) {
        boolean concerned = isArm(host) || (userAgent != null && TrackingId.isIn(userAgent));
        Attribution attribution = concerned ? attribution() : null;
        return attribution == null ? userAgent : attribution.stamp(host, userAgent);
    }

    /** The attribution in effect for the current thread; null while that is being found out. */
    @Nullable
    Attribution attribution() {
        if (DECIDING.get() != null) {
            return null;
        }
        DECIDING.set(true);
        try {
            return senderIsKnown ? AttributionByLoader.of(library, sender) : AttributionByLoader.of(library);
        } finally {
            DECIDING.remove();
        }
    }
}
