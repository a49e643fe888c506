package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import dev.partnerattribution.Stderr;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a hook. That something is missing of a library, or is another than we were compiled against, is true of
 * all its requests: it does not fit, and is not asked again. Anything else concerns one request, which may be the program's
 * mistake: a URL that is null, say. Thread-safe.
 */
final class Faults {
    private final Route route;
    private final AtomicBoolean told = new AtomicBoolean();

    /** A program may hold several versions of a library. Held by the class itself, which an application may drop. */
    private final ClassValue<AtomicBoolean> unfit = new ClassValue<AtomicBoolean>() {
        @Override
        protected AtomicBoolean computeValue(Class<?> target) {
            return new AtomicBoolean();
        }
    };

    Faults(Route route) {
        this.route = route;
    }

    /** Whether the library of this lookup was found not to fit; of null, the JDK. */
    boolean isUnfit(MethodHandles.@Nullable Lookup lookup) {
        return unfit(lookup).get();
    }

    private AtomicBoolean unfit(MethodHandles.@Nullable Lookup lookup) {
        return unfit.get(lookup == null ? Object.class : lookup.lookupClass());
    }

    /** @throws IllegalStateException if the library does not fit */
    void report(MethodHandles.@Nullable Lookup lookup, Throwable e) {
        if (e instanceof LinkageError || e instanceof Unknown) {
            unfit(lookup).set(true);
            throw Unknown.of(route, e);
        }
        if (!told.getAndSet(true)) {
            Stderr.once("a request by " + route.label() + " goes out without the tracking ID: " + e
                    + "; others are looked at as before");
        }
    }
}
