package dev.partnerattribution.agent.requests;

import dev.partnerattribution.internal.AttributionCache;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.OwnRights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effective attribution of a library and the application that uses it: an annotated configuration may be visible to the
 * context class loader only (a shared library), or to the library's only (a child loader).
 */
public final class AttributionByLoader {
    private static final AttributionCache KNOWN = new AttributionCache();

    /** Set while a thread finds one out: an application's class loader may send requests itself, when it is asked for a file. */
    private static final ThreadLocal<Boolean> FINDING_OUT = new ThreadLocal<>();

    private AttributionByLoader() {}

    /**
     * For a library of this class loader, null if it is the JDK, used by the current thread.
     *
     * @return null while that is being found out by this very thread
     */
    public static @Nullable ResolvedAttribution of(@Nullable ClassLoader library) {
        return of(
                library,
                OwnRights.areAll()
                        ? Thread.currentThread().getContextClassLoader()
                        : OwnRights.use(() -> Thread.currentThread().getContextClassLoader()));
    }

    /** The same, used by an application of this class loader. */
    static @Nullable ResolvedAttribution of(@Nullable ClassLoader library, @Nullable ClassLoader context) {
        ResolvedAttribution known = KNOWN.get(context, library);
        if (known != null || FINDING_OUT.get() != null) {
            return known;
        }
        FINDING_OUT.set(true);
        try {
            return KNOWN.publish(
                    context,
                    library,
                    OwnRights.areAll()
                            ? effective(context, library)
                            : OwnRights.use(() -> effective(context, library)));
        } finally {
            FINDING_OUT.remove();
        }
    }

    private static ResolvedAttribution effective(@Nullable ClassLoader context, @Nullable ClassLoader library) {
        List<ClassLoader> views = new ArrayList<>();
        boolean shared = isWithin(context, library);
        addView(views, shared ? context : library);
        if (library != context) {
            addView(views, shared ? library : context);
        }
        if (views.isEmpty()) {
            addView(views, ClassLoader.getSystemClassLoader());
        }
        return ResolvedAttribution.effective(views);
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
