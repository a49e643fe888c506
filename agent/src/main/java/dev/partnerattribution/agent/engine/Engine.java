package dev.partnerattribution.agent.engine;

import dev.partnerattribution.agent.requests.EnteredRoutes;
import dev.partnerattribution.internal.options.Route;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Instruments classes by their definitions, which it makes when the first class of each is loaded.
 *
 * <p>It runs while the JVM loads a class, possibly in the middle of initialising the JDK's own, so it reads no setting: to read
 * the environment, say, would load {@code ProcessImpl}, and what a transformer's own thread loads is shown to no transformer.
 * Whether a route is on is asked when a request is sent.
 */
final class Engine implements ClassFileTransformer {
    private final Map<String, String> registry;
    private final Map<String, TypeInstrumentation> definitions = new ConcurrentHashMap<>();
    private final BootBridge bridge;

    /** By their names, the classes of the JDK that were instrumented while they were loaded: what was added then stays. */
    private final Map<String, TypeInstrumentation> extended = new ConcurrentHashMap<>();

    Engine(Map<String, String> registry, Instrumentation instrumentation) {
        this.registry = registry;
        this.bridge = new BootBridge(instrumentation);
    }

    /** Throws {@link IllegalStateException} where a library is not as we know it; its message begins with the route. */
    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        String exact = registry.get(name);
        TypeInstrumentation definition = exact == null ? definitionOfRelocated(name) : definition(exact);
        if (definition == null) {
            return null;
        }
        try {
            if (!definition.instruments(name)) {
                definition.requireTarget(loader, name);
                return null;
            }
            if (!definition.isMeant(classFile)) {
                return null;
            }
            boolean bringsBridge = definition.bringsBridge();
            boolean isLoaded = redefined != null && !(bringsBridge && extended.containsKey(name));
            byte[] instrumented = ClassFileMajor.apply(definition, classFile, isLoaded);
            if (bringsBridge && !isLoaded) {
                extended.put(name, definition);
            } else {
                bridge.open();
            }
            definition.link(loader, name, domain);
            if (!bringsBridge && loader != null) {
                EnteredRoutes.add(definition.route(), loader);
            }
            return instrumented;
        } catch (RuntimeException | LinkageError e) {
            throw UnsupportedLibraryException.of(definition.route(), e);
        }
    }

    /** Of a class whose library was relocated: of those in its place only what is instrumented counts. */
    private @Nullable TypeInstrumentation definitionOfRelocated(String name) {
        String simpleName = name.substring(name.lastIndexOf('/'));
        for (Map.Entry<String, String> known : registry.entrySet()) {
            if (known.getKey().endsWith(simpleName)
                    && definition(known.getValue()).instruments(name)) {
                return definition(known.getValue());
            }
        }
        return null;
    }

    private TypeInstrumentation definition(String name) {
        TypeInstrumentation known = definitions.get(name);
        if (known == null) {
            TypeInstrumentation made = TypeInstrumentation.ofName(name);
            known = definitions.putIfAbsent(name, made);
            return known == null ? made : known;
        }
        return known;
    }

    /** The routes of which the program has loaded a class. */
    Set<Route> routesInUse() {
        Set<Route> routes = EnumSet.noneOf(Route.class);
        definitions.values().forEach(definition -> routes.add(definition.route()));
        return routes;
    }

    /** Those made so far. */
    Collection<TypeInstrumentation> definitions() {
        return definitions.values();
    }
}
