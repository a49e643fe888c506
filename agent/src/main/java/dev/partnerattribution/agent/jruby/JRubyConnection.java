package dev.partnerattribution.agent.jruby;

import dev.partnerattribution.agent.library.HelperConnection;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.agent.requests.RouteStamper;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an environment is to become. */
public final class JRubyConnection extends HelperConnection {
    /** See {@link HelperConnection}. */
    public JRubyConnection(Route route, Repeats repeats) {
        super(route, repeats);
    }

    @Override
    protected Object[] parts(ClassLoader library, Class<?>... injected) {
        RouteStamper stamper = new RouteStamper(route(), library);
        UnaryOperator<@Nullable Object> environment = before -> handedDown(stamper, before);
        return new Object[] {injected[0], faults(), environment};
    }

    @SuppressWarnings("unchecked") // the type of the method
    private @Nullable Object handedDown(RouteStamper stamper, @Nullable Object before) {
        ResolvedAttribution attribution = before != null && RouteStamper.isOn(route()) ? stamper.attribution() : null;
        Map<String, String> after =
                attribution == null ? null : attribution.childEnvironment((Map<String, String>) before);
        return after == null || after == before ? before : new LinkedHashMap<>(after);
    }
}
