package dev.partnerattribution.agent.apache5;

import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;
import java.util.Arrays;

/** A class of HttpCore. */
abstract class CoreInstrumentation extends LibraryInstrumentation {
    CoreInstrumentation(String type) {
        super(Route.APACHE_HTTPCLIENT_5, type);
        helper(Apache5Helper.class, HostNames.class.getName());
    }

    @Override
    protected final Object[] parts(ClassLoader library, Class<?>... injected) {
        Object[] parts = super.parts(library, injected);
        Object[] withRoutes = Arrays.copyOf(parts, parts.length + 1);
        withRoutes[parts.length] = AsyncRoutes.GET;
        return withRoutes;
    }
}
