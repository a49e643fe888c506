package dev.partnerattribution.benchmarks.emptyagent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Returns. */
public final class EmptyAgent {
    private EmptyAgent() {}

    /** Called by the JVM. */
    public static void premain(@Nullable String options, Instrumentation instrumentation) {}
}
