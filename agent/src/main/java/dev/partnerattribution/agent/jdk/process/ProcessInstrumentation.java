package dev.partnerattribution.agent.jdk.process;

import dev.partnerattribution.agent.jdk.JdkInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** {@code ProcessBuilder} and {@code Runtime.exec} both start child processes by this class. */
public final class ProcessInstrumentation extends JdkInstrumentation {
    /** Made by the engine, by name. */
    public ProcessInstrumentation() {
        super(Route.CHILD_PROCESSES, "java/lang/ProcessImpl", new StartEntry());
    }
}
