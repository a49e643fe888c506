package dev.partnerattribution.agent.jdk.process;

import dev.partnerattribution.Route;
import dev.partnerattribution.agent.jdk.JdkInstrumentation;

/** {@code ProcessBuilder} and {@code Runtime.exec} both start child processes by this class. */
public final class ProcessInstrumentation extends JdkInstrumentation {
    /** Made by the engine, by name. */
    public ProcessInstrumentation() {
        super(Route.CHILD_PROCESSES, "java/lang/ProcessImpl", new StartEntry());
    }
}
