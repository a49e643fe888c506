package dev.partnerattribution.benchmarks.request;

import dev.partnerattribution.internal.ResolvedAttribution;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The bare decision: host and User-Agent in, User-Agent out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StampBenchmark {
    private final ResolvedAttribution attribution = ResolvedAttribution.of(RequestBenchmark.ID);

    // Not constants, which the compiler would decide about once and for all.
    private String armHost = "management.azure.com";
    private String otherHost = "account.blob.core.windows.net";
    private String userAgent = RequestBenchmark.USER_AGENT;

    /** For a request to Azure Resource Manager. */
    @Benchmark
    public @Nullable String armHost() {
        return attribution.stamp(armHost, userAgent);
    }

    /** For a request to anything else. */
    @Benchmark
    public @Nullable String otherHost() {
        return attribution.stamp(otherHost, userAgent);
    }
}
