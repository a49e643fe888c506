package dev.partnerattribution.agent;

import org.jspecify.annotations.Nullable;

/** The JDK's own tools also start with an agent when JAVA_TOOL_OPTIONS names one. None of them deploys anything. */
final class JdkTool {
    private JdkTool() {}

    /** Whether the value of {@code sun.java.command} is a tool of the JDK: jps, keytool, javac and the like. */
    static boolean is(@Nullable String command) {
        if (command == null || command.startsWith("jdk.compiler/com.sun.tools.javac.launcher.")) {
            return false; // `java Program.java` runs a program of the user's
        }
        boolean ofModule = command.startsWith("jdk.") || command.startsWith("java.base/");
        return (ofModule && command.indexOf('/') > 0)
                || command.startsWith("sun.tools.") // the rest is how Java 8 names them
                || command.startsWith("com.sun.tools.")
                || command.startsWith("sun.security.tools.");
    }
}
