package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The effective attribution of a library and the application that uses it: an annotated configuration may be visible to the
 * context class loader only (a shared library), or to the library's only (a child loader).
 */
final class AttributionByLoader {
    private static final Map<@Nullable ClassLoader, Map<@Nullable ClassLoader, Attribution>> KNOWN =
            new WeakHashMap<>();

    private AttributionByLoader() {}

    /** For a library of this class loader, null if it is the JDK, used by the current thread. */
    static Attribution of(@Nullable ClassLoader library) {
        return of(library, Thread.currentThread().getContextClassLoader());
    }

    /** The same, used by an application of this class loader. */
    static Attribution of(@Nullable ClassLoader library, @Nullable ClassLoader context) {
        synchronized (KNOWN) {
            Map<@Nullable ClassLoader, Attribution> own = KNOWN.get(library);
            if (own == null) {
                own = new WeakHashMap<>();
                KNOWN.put(library, own);
            }
            Attribution known = own.get(context);
            if (known == null) {
                known = effective(context, library);
                own.put(context, known);
            }
            return known;
        }
    }

    private static Attribution effective(@Nullable ClassLoader context, @Nullable ClassLoader library) {
        List<ClassLoader> views = new ArrayList<>();
        boolean shared = isWithin(context, library);
        addView(views, shared ? context : library);
        if (library != context) {
            addView(views, shared ? library : context);
        }
        if (views.isEmpty()) {
            addView(views, ClassLoader.getSystemClassLoader());
        }
        return Attribution.effective(views);
    }

    /**
     * Whether the library is shared by applications, of which the context is one. Otherwise it is the application's own,
     * whatever the context of the thread, which may be one of the library's.
     */
    private static boolean isWithin(@Nullable ClassLoader context, @Nullable ClassLoader library) {
        ClassLoader at = context;
        while (at != null && at != library) {
            at = at.getParent();
        }
        return at == library;
    }

    private static void addView(List<ClassLoader> views, @Nullable ClassLoader application) {
        if (application != null) {
            views.add(new ApplicationView(application));
        }
    }
}
