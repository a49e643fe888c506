package dev.partnerattribution.agent.engine;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What instrumented code calls, through its bridge: a method of the JDK with its key and what it shows, and the
 * injected code of a library, once, with its own class. Never throws.
 */
public final class AgentAnswers implements Function<@Nullable Object[], @Nullable Object> {
    private final Engine engine = EngineStart.opened();

    /** By key, of the JDK's methods: each of them calls for each request. */
    private final Map<Object, Function<@Nullable Object[], @Nullable Object>> answerers = new ConcurrentHashMap<>();

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
        Object key = call[0];
        Function<@Nullable Object[], @Nullable Object> answerer = key == null ? null : answererOf(key);
        return answerer == null ? null : answerer.apply(call);
    }

    private @Nullable Function<@Nullable Object[], @Nullable Object> answererOf(Object key) {
        Function<@Nullable Object[], @Nullable Object> known = answerers.get(key);
        if (known != null) {
            return known;
        }
        for (TypeInstrumentation definition : engine.definitions()) {
            Function<@Nullable Object[], @Nullable Object> found = definition.answererOf(key);
            if (found != null) {
                if (key instanceof String) {
                    answerers.put(key, found);
                }
                return found;
            }
        }
        return null;
    }
}
