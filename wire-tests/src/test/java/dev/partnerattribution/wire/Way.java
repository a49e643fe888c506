package dev.partnerattribution.wire;

import dev.partnerattribution.testkit.JavaProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a program comes by its attribution. */
public enum Way {
    /** {@code -javaagent}; the program has nothing of ours on its class path. */
    AGENT(true, false),
    /** The runtime jar on the class path, found by azure-core's service provider interface. */
    RUNTIME_JAR(false, true),
    BOTH(true, true);

    public static final String GUID = "7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63";
    public static final String TOKEN = "pid-" + GUID;

    private final boolean agent;
    private final boolean runtimeJar;

    Way(boolean agent, boolean runtimeJar) {
        this.agent = agent;
        this.runtimeJar = runtimeJar;
    }

    /** Whether pipelines are stamped that don't ask the service provider interface. */
    public boolean reachesEveryPipeline() {
        return agent;
    }

    /** Gives the program this class path and the tracking ID. */
    public JavaProgram equip(JavaProgram program, List<Path> classPath) {
        return equip(program.classPath(classPath(classPath)));
    }

    /** Gives the program the tracking ID. */
    public JavaProgram equip(JavaProgram program) {
        return agent
                ? program.agent(Jars.AGENT, "guid=" + GUID)
                : program.systemProperty("partner.attribution.guid", GUID);
    }

    /** These libraries, with the runtime jar if it is to be there. */
    public List<Path> classPath(List<Path> libraries) {
        List<Path> whole = new ArrayList<>(libraries);
        if (runtimeJar) {
            whole.add(Jars.RUNTIME);
        }
        return whole;
    }
}
