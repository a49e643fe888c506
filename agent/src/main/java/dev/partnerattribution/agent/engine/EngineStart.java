package dev.partnerattribution.agent.engine;

import dev.partnerattribution.internal.options.Route;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Opens the engine, once for this JVM. */
public final class EngineStart implements BiFunction<Map<String, String>, Instrumentation, ClassFileTransformer> {
    private static final AtomicReference<@Nullable Engine> OPENED = new AtomicReference<>();

    /** Made by the launcher, by name. */
    public EngineStart() {}

    /**
     * Returns the engine.
     *
     * @param definitions by the names of classes, with slashes, those of definitions
     */
    @Override
    public ClassFileTransformer apply(Map<String, String> definitions, Instrumentation instrumentation) {
        Engine opened = OPENED.get();
        if (opened == null) {
            Engine made = new Engine(definitions, instrumentation);
            opened = OPENED.compareAndSet(null, made) ? made : OPENED.get();
        }
        return Objects.requireNonNull(opened);
    }

    /** The one that is open. */
    static Engine opened() {
        return Objects.requireNonNull(OPENED.get());
    }

    /** Whether a class of this route, which is a library's, was instrumented anywhere. */
    public static boolean isInstrumented(Route route) {
        Engine opened = OPENED.get();
        return opened != null && opened.isInstrumented(route);
    }

    /** Whether it was in this class loader. */
    public static boolean isInstrumented(Route route, ClassLoader loader) {
        Engine opened = OPENED.get();
        return opened != null && opened.isInstrumented(route, loader);
    }

    /** The routes of which the program has loaded a class. */
    public static Set<Route> routesInUse() {
        Engine opened = OPENED.get();
        return opened == null ? EnumSet.noneOf(Route.class) : opened.routesInUse();
    }
}
