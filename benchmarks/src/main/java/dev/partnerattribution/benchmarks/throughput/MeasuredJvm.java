package dev.partnerattribution.benchmarks.throughput;

import dev.partnerattribution.benchmarks.Jars;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A JVM with an agent, as the JVM's argument, or with none where that is empty; and how long a program in it is measured. */
record MeasuredJvm(Jdk jdk, String agent, int seconds) {
    boolean hasAgent() {
        return !agent.isEmpty();
    }

    MeasuredJvm with(Path jar) {
        return new MeasuredJvm(
                jdk, "-javaagent:" + jar + "=tracking-id=" + Comparison.PID + ",arm-hosts=localhost", seconds);
    }

    /** The same with receipts into this file, beside its agent. */
    MeasuredJvm withReceipts(Path file) {
        return new MeasuredJvm(jdk, agent + ",receipts=" + file, seconds);
    }

    /** Runs one of the benchmarks' programs, whose last argument is how many seconds to measure, and returns what it printed. */
    String run(Class<?> program, String... arguments) {
        JavaProgram run = JavaProgram.mainClass(program.getName())
                .jdk(jdk)
                .withoutEnvironment("JAVA_TOOL_OPTIONS")
                .withoutEnvironment("JDK_JAVA_OPTIONS")
                .withoutEnvironment("_JAVA_OPTIONS")
                .classPath(Jars.librariesAndBenchmarks())
                .jvmArguments(Stream.of(agent).filter(argument -> hasAgent()).toList())
                .arguments(arguments)
                .arguments(Integer.toString(seconds));
        return run.run().orFail().stdout();
    }
}
