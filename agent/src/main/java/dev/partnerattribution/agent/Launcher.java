package dev.partnerattribution.agent;

import dev.partnerattribution.internal.options.SharedProperties;
import java.lang.instrument.Instrumentation;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The agent as a JVM sees it: where it starts. Nothing here throws: whatever goes wrong, the program runs as if there were no agent. */
public final class Launcher {
    /** Before the options: who attaches waits for that. */
    static final String REPORT = "report:";

    private static volatile @Nullable Launcher installed;

    private final ClassWatcher watcher;

    /** As they were at the start: what the program does to its system properties later takes no option and no opt-out away. */
    private final String options;

    private final Map<String, String> properties;

    private Launcher(Instrumentation instrumentation, String options) {
        this.options = options;
        this.properties = properties();
        this.watcher = new ClassWatcher(instrumentation, options, properties);
    }

    /** Ours, and those that tell which program this is. Each by its name: to go through all would load more classes. */
    private static Map<String, String> properties() {
        Map<String, String> kept = new HashMap<>();
        String names = SharedProperties.KEPT_FROM_THE_START;
        int end;
        for (int start = 0; start < names.length(); start = end + 1) {
            end = names.indexOf(',', start);
            String name = names.substring(start, end);
            String value = property(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    private static @Nullable String property(String name) {
        try {
            return System.getProperty(name);
        } catch (RuntimeException e) {
            return null; // attached to a program whose properties are of a kind of its own
        }
    }

    /**
     * What the agent was started with, for a program's own copy of the runtime classes, which finds this class by its name.
     *
     * @return those system properties, and the options as {@link SharedProperties#AGENT_OPTIONS}; null if there is no agent
     */
    public static @Nullable Map<String, String> start() {
        Launcher launcher = installed;
        if (launcher == null) {
            return null;
        }
        Map<String, String> start = new HashMap<>(launcher.properties);
        start.put(SharedProperties.AGENT_OPTIONS, launcher.options);
        return start;
    }

    /** Called by the JVM before the program's {@code main}. */
    public static void premain(@Nullable String options, Instrumentation instrumentation) {
        try {
            if (!isJdkTool(System.getProperty("sun.java.command"))) {
                install(options == null ? "" : options, instrumentation);
            }
        } catch (Throwable e) {
            Reporter.say("off: the agent can't start: " + e);
        }
    }

    /**
     * Whether the value of {@code sun.java.command} is a tool of the JDK: jps, keytool, javac and the like. They too start
     * with the agent when JAVA_TOOL_OPTIONS names it, and none of them deploys anything.
     */
    static boolean isJdkTool(@Nullable String command) {
        if (command == null || command.startsWith("jdk.compiler/com.sun.tools.javac.launcher.")) {
            return false; // `java Program.java` runs a program of the user's
        }
        int end = command.indexOf(' ');
        int slash = command.indexOf('/');
        boolean ofModule = slash > 0 && (end < 0 || slash < end);
        return (ofModule && (command.startsWith("jdk.") || command.startsWith("java.base/")))
                || command.startsWith("sun.tools.") // the rest is how Java 8 names them
                || command.startsWith("com.sun.tools.")
                || command.startsWith("sun.security.tools.");
    }

    /** Called by the JVM when somebody attaches to it, and before {@code main} for a {@code Launcher-Agent-Class}. */
    public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
        try {
            String given = options == null ? "" : options;
            if (given.startsWith(REPORT)) {
                attach(given.substring(REPORT.length()), instrumentation);
            } else if (installed == null || !given.isEmpty()) {
                install(given, instrumentation);
            }
        } catch (Throwable e) {
            Reporter.say("off: the agent can't start: " + e);
        }
    }

    private static void attach(String options, Instrumentation instrumentation) throws Throwable {
        boolean already = installed != null;
        if (!already) {
            install(options, instrumentation);
        }
        report(already);
    }

    /**
     * Leaves word for who attached: {@link Attach} reads this property from the outside. It says which tracking ID is in
     * effect, so only who asks gets it: to find that out at once is too early, and in vain, for a program that just starts.
     */
    @SuppressWarnings("unchecked") // the cast is to what the class inside implements
    private static void report(boolean already) throws Throwable {
        Launcher launcher = installed;
        if (launcher != null) {
            String report = ((Function<Collection<?>, String>) launcher.watcher.made("engine.AttachReport"))
                    .apply(Reporter.said());
            tell(SharedProperties.ATTACHED, (already ? "was there already, and stays as it is\n" : "") + report);
        }
    }

    private static void install(String given, Instrumentation instrumentation) throws Throwable {
        if (installed != null) {
            Reporter.say("the agent is given twice: the second one, and its options, are ignored"); // which may hold a
            // secret
            return;
        }
        String options = given.contains(OptionsFile.OPTION) ? OptionsFile.expanded(given) : given;
        tell(SharedProperties.AGENT_OPTIONS, options);
        Launcher launcher = new Launcher(instrumentation, options);
        installed = launcher;
        if (options.isEmpty()) {
            launcher.watcher.run(); // there is nothing to check, and nothing to load for it
        } else {
            AgentClassLoader.ofThisJar().ifInOrder(options, launcher.watcher);
        }
    }

    /** Word for others, on which nothing here relies. */
    private static void tell(String property, String value) {
        try {
            System.setProperty(property, value);
        } catch (RuntimeException e) {
            return; // the program's properties are of a kind of its own
        }
    }
}
