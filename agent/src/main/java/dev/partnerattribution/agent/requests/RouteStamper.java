package dev.partnerattribution.agent.requests;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.Route;
import dev.partnerattribution.internal.options.Settings;
import dev.partnerattribution.internal.useragent.ArmHosts;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The stamp decision for requests of a library, asked for each of them: host and User-Agent in, User-Agent out. Which
 * attribution is in effect is found out for the first request that could be concerned, so that a program that sends its
 * requests elsewhere never pays for that.
 */
public final class RouteStamper implements BinaryOperator<@Nullable String> {
    /** What was read first. Not in a class of its own: the program's properties would be read while that is being initialised. */
    private static final AtomicReference<@Nullable Configured> CONFIGURED = new AtomicReference<>();

    private final Route route;
    private final @Nullable ClassLoader library;

    /** Where the thread that asks is one of the library's: whose request it is. */
    private final @Nullable ClassLoader sender;

    private final boolean senderIsKnown;

    /** Read when the first request is sent: while a class is loaded no setting is. */
    private static final class Configured {
        private final ArmHosts armHosts;
        private final Set<Route> routes;

        Configured() {
            armHosts = Settings.armHostsInEffect();
            routes = Route.inEffect();
        }
    }

    /** For a library of this class loader; null is the JDK itself. */
    public RouteStamper(Route route, @Nullable ClassLoader library) {
        this(route, library, null, false);
    }

    private RouteStamper(
            Route route, @Nullable ClassLoader library, @Nullable ClassLoader sender, boolean senderIsKnown) {
        this.route = route;
        this.library = library;
        this.sender = sender;
        this.senderIsKnown = senderIsKnown;
    }

    /** For a client of the JDK's that decides on threads of its own, used by code of this class loader; null is the system's. */
    public static RouteStamper forCodeOf(Route route, @Nullable ClassLoader sender) {
        return new RouteStamper(route, null, sender, true);
    }

    /** Several User-Agents are one; null if there is none. */
    public static @Nullable String asOne(@Nullable Iterator<?> values) {
        String all = null;
        while (values != null && values.hasNext()) {
            Object value = values.next();
            if (value != null) {
                all = all == null ? value.toString() : all + " " + value;
            }
        }
        return all;
    }

    /** Whether this is a host of Azure Resource Manager. */
    public static boolean isArm(@Nullable String host) {
        return configured().armHosts.contains(host);
    }

    /** Whether the operator left this route on. */
    public static boolean isOn(Route route) {
        return configured().routes.contains(route);
    }

    private static Configured configured() {
        Configured configured = CONFIGURED.get();
        if (configured == null) {
            Configured read = new Configured();
            configured = CONFIGURED.compareAndSet(null, read) ? read : CONFIGURED.get();
        }
        return Objects.requireNonNull(configured);
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
        ResolvedAttribution attribution = concerned ? attribution() : null;
        return attribution == null ? userAgent : attribution.stampOn(route, host, userAgent);
    }

    /** The attribution in effect for the current thread; null while that is being found out. */
    public @Nullable ResolvedAttribution attribution() {
        return senderIsKnown ? AttributionByLoader.of(library, sender) : AttributionByLoader.of(library);
    }
}
