package dev.partnerattribution.benchmarks.request;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import dev.partnerattribution.azure.AttributionPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One request through a real pipeline and its answer, with receipts and without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReceiptBenchmark {
    /** Where receipts go. */
    @Param
    Receipts receipts = Receipts.NONE;

    /** What is compared. */
    public enum Receipts {
        /** Nobody asks for them. */
        NONE,
        /** The thread that writes does so as fast as it can, beside the one that is measured, and allocates too. */
        WRITTEN,
        /** It waits for a pipe that nobody reads: what is allocated is allocated by the thread that sends. */
        WAITING;

        @Nullable
        Path file() throws IOException {
            return switch (this) {
                case NONE -> null;
                case WRITTEN -> Path.of("/dev/null");
                case WAITING -> pipe();
            };
        }

        private static Path pipe() throws IOException {
            Path folder = Files.createTempDirectory("receipts");
            Path pipe = folder.resolve("pipe");
            folder.toFile().deleteOnExit(); // after what was named later
            pipe.toFile().deleteOnExit();
            try {
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return pipe;
        }
    }

    @SuppressWarnings("NullAway.Init")
    private HttpPipeline pipeline;

    @SuppressWarnings("NullAway.Init")
    private URL url;

    /** Builds the pipeline, and proves that it does what it is measured for. */
    @Setup
    public void build() throws IOException {
        Path file = receipts.file();
        if (file != null) {
            System.setProperty("partner.attribution.receipts", file.toString());
        }
        url = URI.create("https://management.azure.com/subscriptions/00000000-0000-4000-8000-000000000001"
                        + "/resourcegroups/group?api-version=2021-01-01")
                .toURL();
        pipeline = new HttpPipelineBuilder()
                .httpClient(new AnsweringHttpClient())
                .policies(new UserAgentPolicy(RequestBenchmark.USER_AGENT), new AttributionPolicy(RequestBenchmark.ID))
                .build();
        HttpResponse response = sync();
        String sent = response.getRequest().getHeaders().getValue(HttpHeaderName.USER_AGENT);
        if (!sent.endsWith(RequestBenchmark.ID.token())) {
            throw new UncheckedIOException(new IOException("sent " + sent));
        }
    }

    /** Sends one. */
    @Benchmark
    public HttpResponse sync() {
        return pipeline.sendSync(new HttpRequest(HttpMethod.GET, url), Context.NONE);
    }

    /** The same, asynchronously. */
    @Benchmark
    public @Nullable HttpResponse async() {
        return pipeline.send(new HttpRequest(HttpMethod.GET, url)).block();
    }
}
