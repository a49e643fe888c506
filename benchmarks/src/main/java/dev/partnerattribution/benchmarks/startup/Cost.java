package dev.partnerattribution.benchmarks.startup;

import dev.partnerattribution.benchmarks.Samples;
import dev.partnerattribution.testkit.Jdk;

/** What is known so far of one program with one agent on one JDK. */
final class Cost {
    final MeasuredProgram program;
    final Jdk jdk;
    final Variant variant;

    /** Milliseconds of CPU time. */
    final Samples cpu = new Samples();
    /** Peak in KiB. */
    final Samples memory = new Samples();

    int classes;
    /** Bytes on both outputs, the program's own included. */
    long printed;

    Cost(MeasuredProgram program, Jdk jdk, Variant variant) {
        this.program = program;
        this.jdk = jdk;
        this.variant = variant;
    }

    boolean isShort() {
        return !program.usesAzure() && !variant.name().equals(Variant.OPENTELEMETRY);
    }

    String title() {
        return program.name() + ", JDK " + jdk.version();
    }
}
