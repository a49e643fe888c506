package dev.partnerattribution.internal.options;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The system properties as they are, and beneath them those that the JVM was started with: a program that replaces them, by
 * an object that may do anything, takes no opt-out and no option away. With an agent, an object that does not answer at once
 * is left alone.
 */
public final class SystemProperties {
    /** Every JVM sets it, and no program needs it: where it is missing, the properties were replaced. */
    private static final String OF_EVERY_JVM = "java.vm.info";

    private SystemProperties() {}

    /**
     * Those that can be read as text, by their names.
     *
     * @throws IllegalArgumentException if they can't be read, or one of ours is no text
     * @throws SecurityException if a security manager forbids to read them
     */
    static Map<String, String> all() {
        Map<String, String> start = AgentStart.properties();
        Map<String, String> all = new HashMap<String, String>();
        try {
            addCurrent(all, start != null);
        } catch (SecurityException e) {
            if (start == null) {
                throw e;
            }
        } catch (RuntimeException | LinkageError e) {
            if (start == null) {
                throw new IllegalArgumentException(
                        e instanceof Unreadable
                                ? e.getMessage()
                                : "the program's own system properties can't be read: " + e,
                        e);
            }
        }
        addStart(all, start == null && !all.containsKey(OF_EVERY_JVM) ? onCommandLine() : start);
        return all;
    }

    /** The value of one of those that the agent keeps, as it was at the start where that is known; null if it can't be had. */
    public static @Nullable String atStart(String name) {
        Map<String, String> start = AgentStart.properties();
        return start != null ? start.get(name) : SharedProperties.get(name);
    }

    /** The value of one as it is; null if it can't be had. */
    public static @Nullable String now(String name) {
        return AgentStart.properties() != null ? all().get(name) : SharedProperties.get(name);
    }

    /**
     * Whatever can be read, also where the rest can't.
     *
     * @param withAgent then this may be a thread of a library, on which others wait that hold anything
     */
    private static void addCurrent(Map<String, String> all, boolean withAgent) {
        Properties current = System.getProperties();
        if (!withAgent || !ForeignProperties.are(current)) {
            addAll(all, current);
            return;
        }
        Map<String, String> read = new ConcurrentHashMap<String, String>();
        try {
            ForeignProperties.ask(current, () -> addAll(read, current));
        } finally {
            all.putAll(read);
        }
    }

    private static void addAll(Map<String, String> all, Properties current) {
        for (String name : current.stringPropertyNames()) {
            String value = current.getProperty(name, "");
            if (value != null) {
                all.put(name, value);
            }
        }
        for (String option : OptionSource.OPTIONS) {
            String name = OptionSource.PROPERTY_PREFIX + option;
            Object value = current.get(name);
            if (value != null && !(value instanceof String)) {
                all.put(name, text(name, value));
            }
        }
    }

    /** As of {@code System.getProperties().put(name, true)}. */
    private static String text(String name, Object value) {
        if (value instanceof Boolean || value instanceof Integer || value instanceof UUID || value instanceof File) {
            return value.toString();
        }
        throw new Unreadable("system property " + name + " holds an object of "
                + value.getClass().getName() + " where text is expected: set it by System.setProperty");
    }

    /** What the program has set since counts, but nobody takes back an opt-out. */
    private static void addStart(Map<String, String> all, @Nullable Map<String, String> start) {
        if (start == null) {
            return;
        }
        for (Map.Entry<String, String> property : start.entrySet()) {
            boolean optOut = property.getKey().equals(OptionSource.PROPERTY_PREFIX + OptionSource.OPT_OUT)
                    && !OptionSource.isFalse(property.getValue());
            if (optOut || !all.containsKey(property.getKey())) {
                all.put(property.getKey(), property.getValue());
            }
        }
    }

    /** Without an agent, which kept them, a JVM whose properties were replaced still knows its own arguments. */
    private static @Nullable Map<String, String> onCommandLine() {
        try {
            Map<String, String> properties = new HashMap<String, String>();
            for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
                if (argument.startsWith("-D" + OptionSource.PROPERTY_PREFIX)) {
                    int equals = argument.indexOf('=');
                    int end = equals < 0 ? argument.length() : equals;
                    properties.put(argument.substring(2, end), equals < 0 ? "" : argument.substring(equals + 1));
                }
            }
            return properties;
        } catch (RuntimeException | LinkageError e) {
            return null; // a Java without the module java.management
        }
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }
}
