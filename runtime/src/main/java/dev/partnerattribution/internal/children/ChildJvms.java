package dev.partnerattribution.internal.children;

import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.options.Variables;
import java.io.File;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Java programs in a child process start with the agent, through {@code JDK_JAVA_OPTIONS}.
 *
 * <p>Not {@code JAVA_TOOL_OPTIONS}: that one starts the agent in javac, keytool and every program that embeds a JVM,
 * makes each of them print a line, can't express every path, and breaks a JVM older than ours. {@code JDK_JAVA_OPTIONS} is
 * read by the {@code java} launcher alone, from Java 9 on. Java 8 programs don't follow.
 */
public final class ChildJvms {
    private static final String JDK_JAVA_OPTIONS = "JDK_JAVA_OPTIONS";
    private static final String JAVA_TOOL_OPTIONS = "JAVA_TOOL_OPTIONS";

    private final File agentJar;
    private final String options;
    private final List<String> command;

    /**
     * @param options of the agent
     * @param command what the child process runs
     */
    public ChildJvms(File agentJar, String options, List<String> command) {
        this.agentJar = agentJar.getAbsoluteFile();
        this.options = options;
        this.command = command;
    }

    /** What to put into an environment; nothing where the agent is named already, or is no longer there to be started. */
    Map<String, String> additions(Variables present) {
        String launcherOptions = present.get(JDK_JAVA_OPTIONS);
        if (isNamedIn(launcherOptions) || isNamedIn(present.get(JAVA_TOOL_OPTIONS)) || isNamedIn(command.toString())) {
            return Collections.emptyMap();
        }
        if (!agentJar.isFile()) {
            Diagnostics.once(
                    "off for child JVMs: there is no file " + agentJar + " any more, with which they would not start");
            return Collections.emptyMap();
        }
        // In front: what is there may end in an option whose value is on the command line.
        String agent = quoted("-javaagent:" + agentJar + "=" + options);
        return Collections.singletonMap(
                present.nameOf(JDK_JAVA_OPTIONS), launcherOptions == null ? agent : agent + " " + launcherOptions);
    }

    private boolean isNamedIn(@Nullable String text) {
        return text != null && text.contains("-javaagent:") && text.contains(agentJar.getName());
    }

    /** As the launcher reads it: blanks separate, either quote takes all up to the next of its kind, nothing escapes. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\"", "\"'\"'\"") + '"';
    }
}
