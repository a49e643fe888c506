package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The effective attribution of an azure-core and the application that uses it: an annotated configuration may be visible
 * to the context class loader only (a shared azure-core), or to azure-core's only (a child loader).
 */
final class AttributionByLoader {
    private final Map<@Nullable ClassLoader, Map<@Nullable ClassLoader, Attribution>> known = new WeakHashMap<>();

    synchronized Attribution of(@Nullable ClassLoader azureCore) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return known.computeIfAbsent(azureCore, own -> new WeakHashMap<>())
                .computeIfAbsent(context, loader -> effective(loader, azureCore));
    }

    private static Attribution effective(@Nullable ClassLoader context, @Nullable ClassLoader azureCore) {
        List<ClassLoader> views = new ArrayList<>();
        if (context != null) {
            views.add(new ApplicationView(context));
        }
        if (azureCore != null && azureCore != context) {
            views.add(new ApplicationView(azureCore));
        }
        return Attribution.effective(views);
    }
}
