package dev.partnerattribution.agent.apache5;

import dev.partnerattribution.agent.library.HelperConnection;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;
import java.util.Arrays;

/** Tells HttpCore's helper as well where requests of the async client go. */
public final class CoreConnection extends HelperConnection {
    /** See {@link HelperConnection}. */
    public CoreConnection(Route route, Repeats repeats) {
        super(route, repeats);
    }

    @Override
    protected Object[] parts(ClassLoader library, Class<?>... injected) {
        Object[] parts = super.parts(library, injected);
        Object[] withRoutes = Arrays.copyOf(parts, parts.length + 1);
        withRoutes[parts.length] = AsyncRoutes.GET;
        return withRoutes;
    }
}
