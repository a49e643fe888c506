package dev.partnerattribution.agent.engine;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What instrumented code calls, through a {@link Bridge}: a method of the JDK with its key and what it shows, and the
 * injected code of a library, once, with its own class. Never throws.
 */
public final class AgentAnswers implements Function<@Nullable Object[], @Nullable Object> {
    private final Engine engine = EngineStart.opened();

    /** By key. */
    private final Map<String, MethodEntry> entries = new ConcurrentHashMap<>();

    /** Made by instrumented code of the JDK, by name, and for the bridge: of the engine that is open. */
    public AgentAnswers() {}

    /**
     * A security manager, which JDKs until 23 have, asks all who are on the stack, and the program that sends the request need
     * not be allowed what we are.
     */
    @Override
    public @Nullable Object apply(@Nullable Object[] call) {
        try {
            return System.getSecurityManager() == null
                    ? answer(call)
                    : AccessController.doPrivileged((PrivilegedAction<Object>) () -> answer(call));
        } catch (Throwable e) {
            return null; // the memory ran out, say
        }
    }

    private @Nullable Object answer(@Nullable Object[] call) {
        if (call[0] instanceof Class) {
            return new HelperInjector(engine.definitions()).helperFor((Class<?>) call[0]);
        }
        MethodEntry entry = entry((String) call[0]);
        return entry == null ? null : entry.answerSafely(call);
    }

    private @Nullable MethodEntry entry(@Nullable String key) {
        MethodEntry known = key == null ? null : entries.get(key);
        if (known != null || key == null) {
            return known;
        }
        for (TypeInstrumentation definition : engine.definitions()) {
            MethodEntry entry =
                    definition instanceof JdkInstrumentation ? ((JdkInstrumentation) definition).entry(key) : null;
            if (entry != null) {
                entries.put(key, entry);
                return entry;
            }
        }
        return null;
    }
}
