package dev.partnerattribution.benchmarks.request;

import dev.partnerattribution.benchmarks.Jars;
import dev.partnerattribution.benchmarks.MarkdownTable;
import dev.partnerattribution.benchmarks.request.ReceiptBenchmark.Receipts;
import dev.partnerattribution.benchmarks.request.RequestBenchmark.Policy;
import dev.partnerattribution.testkit.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of this package. */
public final class RequestCost {
    private static final String AGENT = "-javaagent:";

    private RequestCost() {}

    /**
     * Measures, and returns tables. Five rounds are one JVM that measures five times; a single round just tries out some of
     * it, one of each kind.
     */
    public static String report(List<Jdk> jdks, int rounds) {
        return jdks.stream()
                .map(jdk -> "### JDK " + jdk.version() + "\n\n" + table(run(jdk, rounds)))
                .collect(Collectors.joining("\n"));
    }

    private static List<RunResult> run(Jdk jdk, int rounds) {
        List<RunResult> results = new ArrayList<>(run(options(jdk, rounds)
                .include(RequestBenchmark.class.getName())
                .include(StampBenchmark.class.getName())
                .include(ReceiptBenchmark.class.getName())
                .include(ClientBenchmark.class.getName())));
        Jars.agentBefore().ifPresent(jar -> results.addAll(withAgent(jdk, rounds, jar)));
        results.addAll(withAgent(jdk, rounds, Jars.agent()));
        return results;
    }

    private static Collection<RunResult> withAgent(Jdk jdk, int rounds, Path jar) {
        return run(options(jdk, rounds)
                .include(ClientBenchmark.class.getName())
                .jvmArgsAppend(AGENT + jar + "=guid=" + RequestBenchmark.ID.guid()));
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) {
        try {
            return new Runner(options.build()).run();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ChainedOptionsBuilder options(Jdk jdk, int rounds) {
        boolean trial = rounds == 1;
        ChainedOptionsBuilder builder = new OptionsBuilder();
        if (trial) {
            builder.param("policy", Policy.OURS.name(), Policy.BY_HAND.name())
                    .param("receipts", Receipts.WAITING.name())
                    .param("host", ClientBenchmark.ARM)
                    .exclude("\\.(otherHost|async)$");
        }
        return builder.jvm(jdk.program("java").toString())
                .addProfiler(GCProfiler.class)
                .forks((rounds + 4) / 5)
                .warmupIterations(trial ? 0 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(trial ? 1 : 5)
                .measurementTime(trial ? TimeValue.milliseconds(50) : TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private static MarkdownTable table(Collection<RunResult> results) {
        MarkdownTable table = new MarkdownTable("what", "ns, mean", "± 99.9 %", "bytes allocated");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            double error = time.getScoreError();
            table.row(
                    name(result),
                    figure(time.getScore()),
                    Double.isNaN(error) ? "" : figure(error),
                    Optional.ofNullable(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                            .map(bytes -> figure(bytes.getScore()))
                            .orElse(""));
        }
        return table;
    }

    private static String name(RunResult result) {
        String policy = result.getParams().getParam("policy");
        String benchmark = result.getParams().getBenchmark();
        String receipts = result.getParams().getParam("receipts");
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        if (receipts != null) {
            return "request and answer, " + method + ", receipts " + receipts;
        }
        String host = result.getParams().getParam("host");
        if (host != null) {
            return "request of an HTTP client to " + host
                    + agent(result.getParams().getJvmArgs());
        }
        return policy != null ? "request, policy " + policy : "stamp decision, " + method;
    }

    private static String agent(Collection<String> jvmArguments) {
        Optional<String> agent = jvmArguments.stream()
                .filter(argument -> argument.startsWith(AGENT))
                .findFirst();
        return agent.isEmpty()
                ? ", no agent"
                : agent.get().startsWith(AGENT + Jars.agent()) ? ", agent" : ", agent of the version before";
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
