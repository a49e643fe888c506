package dev.partnerattribution.agent.apache5;

import dev.partnerattribution.agent.library.HelperConnection;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;

/** What {@link Apache5RouteHelper} tells is where a request goes. */
public final class RoutesConnection extends HelperConnection {
    /** See {@link HelperConnection}. */
    public RoutesConnection(Route route, Repeats repeats) {
        super(route, repeats);
    }

    @Override
    protected Object[] parts(ClassLoader library, Class<?>... injected) {
        Object[] parts = super.parts(library, injected);
        parts[SENT] = AsyncRoutes.PUT;
        return parts;
    }
}
