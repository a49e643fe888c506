package dev.partnerattribution.internal.options;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a JVM with the agent was started with: the agent's options, and those system properties that concern us. Kept from
 * before the program's {@code main} on, because a program may replace its system properties. Immutable.
 */
public final class AgentStart {
    private static final String LAUNCHER = "dev.partnerattribution.agent.Launcher";

    private static volatile @Nullable AgentStart kept;

    /** Whether the launcher was looked for in vain: an agent that comes later is known by its property. */
    private static volatile boolean launcherIsMissing;

    private final String options;
    private final Map<String, String> properties;

    private AgentStart(String options, Map<String, String> properties) {
        this.options = options;
        this.properties = new HashMap<String, String>(properties);
    }

    /** Called by the agent, by name, in its own copy of this class, before anything asks. The first call counts. */
    public static void keep(String options, Map<String, String> properties) {
        if (kept == null) {
            kept = new AgentStart(options, properties);
        }
    }

    /** Whether an agent is in this JVM, whichever copy of this class asks. Allocates nothing where one was found. */
    public static boolean isThere() {
        return known() != null || SharedProperties.get(SharedProperties.AGENT_OPTIONS) != null;
    }

    /**
     * The agent's options, or null where there is no agent.
     *
     * @param property what the property of the agent says now, or null if it says nothing
     */
    static @Nullable String options(@Nullable String property) {
        AgentStart start = kept;
        if (start == null && property != null) {
            return property;
        }
        start = known();
        return start == null ? null : start.options;
    }

    /** All of the properties that were kept; null if there is no agent. */
    static @Nullable Map<String, String> properties() {
        AgentStart start = known();
        return start == null ? null : start.properties;
    }

    /** A program's own copy of this class asks the launcher, which the JVM itself put where every program sees it. */
    private static @Nullable AgentStart known() {
        if (kept == null && !launcherIsMissing) {
            ask();
        }
        return kept;
    }

    @SuppressWarnings("unchecked") // the type that the launcher declares
    private static void ask() {
        try {
            Map<String, String> start =
                    (Map<String, String>) Class.forName(LAUNCHER, false, ClassLoader.getSystemClassLoader())
                            .getMethod("start")
                            .invoke(null);
            if (start != null) {
                String options = start.get(SharedProperties.AGENT_OPTIONS);
                keep(options == null ? "" : options, start);
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            launcherIsMissing = true;
        }
    }
}
