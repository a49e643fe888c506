package dev.partnerattribution.weave.program;

import dev.partnerattribution.agent.engine.Faults;
import dev.partnerattribution.agent.requests.RouteStamper;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.AgentStart;
import dev.partnerattribution.internal.options.Route;
import org.jspecify.annotations.Nullable;

/** A route of the JDK's as a woven program takes it: by what its calls were replaced with. */
final class JdkRoute {
    private final Route route;
    private final RouteStamper stamper;

    /** Set where this JDK was found not to fit. */
    private volatile boolean isUnfit;

    JdkRoute(Route route) {
        this.route = route;
        this.stamper = new RouteStamper(route, JdkRoute.class.getClassLoader());
    }

    Route route() {
        return route;
    }

    RouteStamper stamper() {
        return stamper;
    }

    /** Whether it is ours to look at requests: where an agent is, it does that below. Never throws. */
    boolean isOurs() {
        try {
            return !isUnfit && !AgentStart.isThere() && RouteStamper.isOn(route);
        } catch (Throwable e) {
            failed(e);
            return false;
        }
    }

    /** The attribution in effect; null where there is none, or it is being found out. */
    @Nullable
    ResolvedAttribution attribution() {
        return stamper.attribution();
    }

    /** What is sent goes out as without us. Never throws. */
    void failed(Throwable e) {
        try {
            isUnfit |= Faults.report(route, e);
        } catch (Throwable again) {
            // The memory ran out, say.
        }
    }
}
