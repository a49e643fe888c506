package dev.partnerattribution.wire.servers;

import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.wire.Brief;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Way;

/** What an operator puts into a variable of a start script. */
final class Flags {
    /** The one flag of the documentation. */
    static final String AGENT = "-javaagent:" + Jars.AGENT + "=guid=" + Way.GUID;

    private Flags() {}

    /** What makes a JVM find this Azure Resource Manager, and start sooner. */
    static String to(LoopbackArm arm) {
        return Brief.COMPILER + " " + String.join(" ", arm.jvmArguments());
    }

    /** Both. */
    static String agentAnd(LoopbackArm arm) {
        return AGENT + " " + to(arm);
    }
}
