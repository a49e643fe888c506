package dev.partnerattribution.wire;

import java.util.List;

/**
 * Arguments for JVMs that live for seconds. Without the second compiler they need a quarter less of CPU time, and hundreds
 * of them are started; what a server receives is the same.
 */
public final class Brief {
    /** For whoever says nothing of compilers himself; start scripts may say what collects the garbage. */
    public static final String COMPILER = "-XX:TieredStopAtLevel=1";

    public static final List<String> JVM = List.of(COMPILER, "-XX:+UseSerialGC");

    private Brief() {}
}
