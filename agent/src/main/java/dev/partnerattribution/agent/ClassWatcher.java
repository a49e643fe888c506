package dev.partnerattribution.agent;

import dev.partnerattribution.SharedProperties;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The transformer. Until the program loads a class of {@link InstrumentedTypes} it does nothing but compare names; then it opens
 * the engine. Nothing here throws.
 */
final class ClassWatcher implements ClassFileTransformer, Runnable {
    private final Instrumentation instrumentation;
    private final String options;
    private final Map<String, String> properties;
    private volatile @Nullable ClassFileTransformer engine;

    /** Of an agent that was started with these options and system properties. */
    ClassWatcher(Instrumentation instrumentation, String options, Map<String, String> properties) {
        this.instrumentation = instrumentation;
        this.options = options;
        this.properties = properties;
    }

    /** The options are in order: begins to look at the classes that the program loads. */
    @Override
    public void run() {
        if (!instrumentation.isRetransformClassesSupported()) {
            instrumentation.addTransformer(
                    this); // a Launcher-Agent-Class of an application whose manifest doesn't say so
            return;
        }
        instrumentation.addTransformer(this, true);
        Set<String> awaited = new HashSet<>();
        for (String name : InstrumentedTypes.DEFINITIONS.keySet()) {
            awaited.add(name.replace('/', '.')); // rather than the names of all classes that are loaded
        }
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (awaited.contains(loaded.getName())) {
                transformAgain(loaded);
            }
        }
        countFromTheStart();
    }

    /** Who asked for a summary is told also that there was nothing to sum up. */
    private void countFromTheStart() {
        if (options.contains("summary") || properties.containsKey(SharedProperties.PREFIX + "summary")) {
            try {
                made("requests.FromTheStart");
            } catch (Throwable e) {
                Reporter.say("off for the summary: " + e);
            }
        }
    }

    /** Another agent may have started first, and what is attached to has run for a while. */
    private void transformAgain(Class<?> loaded) {
        try {
            instrumentation.retransformClasses(loaded);
        } catch (Throwable e) {
            String name = loaded.getName();
            Reporter.say("off for " + InstrumentedTypes.routeOf(name.replace('.', '/')) + ": " + name
                    + " was loaded before the agent: " + e);
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (name == null || !InstrumentedTypes.DEFINITIONS.containsKey(name)) {
            return null;
        }
        return System.getSecurityManager() == null
                ? instrumented(loader, name, domain, classFile)
                : AccessController.doPrivileged((PrivilegedAction<byte[]>) () -> instrumented(loader, name, domain, classFile));
    }

    private byte @Nullable [] instrumented(
            @Nullable ClassLoader loader, String name, @Nullable ProtectionDomain domain, byte[] classFile) {
        try {
            return engine().transform(loader, name, null, domain, classFile);
        } catch (Throwable e) {
            Reporter.say("off for "
                    + (e instanceof IllegalStateException
                            ? e.getMessage()
                            : InstrumentedTypes.routeOf(name) + ": " + e));
            return null;
        }
    }

    /** Other agents look at each class that is loaded for it, so no lock is held: the engine itself is one for all. */
    @SuppressWarnings("unchecked") // the cast is to what the class inside implements
    private ClassFileTransformer engine() throws Throwable {
        ClassFileTransformer opened = engine;
        if (opened == null) {
            opened = ((BiFunction<Map<String, String>, Instrumentation, ClassFileTransformer>)
                            made("engine.EngineStart"))
                    .apply(InstrumentedTypes.DEFINITIONS, instrumentation);
            engine = opened;
        }
        return opened;
    }

    /** One of the classes inside, all of which know from then on what the JVM was started with. */
    Object made(String name) throws Throwable {
        AgentClassLoader inside = AgentClassLoader.ofThisJar();
        inside.keepStart(options, properties);
        return inside.make(name);
    }
}
