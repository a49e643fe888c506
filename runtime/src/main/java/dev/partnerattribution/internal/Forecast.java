package dev.partnerattribution.internal;

import dev.partnerattribution.AttributionConfiguration;
import dev.partnerattribution.internal.options.Route;
import dev.partnerattribution.internal.options.Settings;
import dev.partnerattribution.internal.options.SourcedId;
import dev.partnerattribution.internal.program.Configurations;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What another JVM makes of what it is, or would be, started with: for tools that look at a program from the outside. The
 * same code decides it as in that JVM. Prints nothing, reads no setting of this JVM, never throws. Immutable.
 */
public final class Forecast {
    private final ResolvedAttribution attribution;
    private final Set<Route> routes;

    private Forecast(ResolvedAttribution attribution, Set<Route> routes) {
        this.attribution = attribution;
        this.routes = routes;
    }

    /**
     * Decides it. A mistake in what is given switches attribution off, and its text says why.
     *
     * @param agentOptions what follows the jar in {@code -javaagent:jar=}; empty where there is no agent
     * @param properties its system properties; ours are picked from among them
     * @param environment its environment; likewise
     * @param annotated the annotated configurations, in any order
     * @param mainClass the binary name of the program's main class, or null where it is not known
     */
    public static Forecast of(
            String agentOptions,
            Map<String, String> properties,
            Map<String, String> environment,
            List<? extends AttributionConfiguration> annotated,
            @Nullable String mainClass) {
        try {
            Settings settings = Settings.of(agentOptions, properties, environment);
            boolean decided = settings.optOut() != null || settings.trackingId() != null;
            SourcedId given = decided ? null : Configurations.trackingId(annotated, mainClass);
            ResolvedAttribution attribution =
                    ResolvedAttribution.resolve(settings, Collections.<ClassLoader>emptyList(), given);
            return new Forecast(attribution, settings.routes());
        } catch (IllegalArgumentException e) {
            return new Forecast(
                    new ResolvedAttribution(OffReason.INVALID, "off: " + e.getMessage()), EnumSet.allOf(Route.class));
        }
    }

    /** The attribution that will be in effect; its text says where the tracking ID comes from, or why it is off. */
    public ResolvedAttribution attribution() {
        return attribution;
    }

    /** The routes that the agent, if there is one, will leave on. */
    public Set<Route> routes() {
        return EnumSet.copyOf(routes);
    }
}
