package dev.partnerattribution.benchmarks.request;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.azure.AttributionPolicy;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
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

/** One request through a real pipeline, each time a new one, as the SDK makes it: policies are measured, no network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestBenchmark {
    /** As azure-resourcemanager sends it. */
    static final String USER_AGENT =
            "azsdk-java-com.azure.resourcemanager.resources/2.57.0 (17.0.15; Linux; 6.1.0) auto-generated";

    static final TrackingId ID = TrackingId.ofGuid("7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63");

    /** Whose policy comes after the SDK's. */
    @Param
    Policy policy = Policy.NONE;

    /** What is compared. */
    public enum Policy {
        /** Only the SDK's. */
        NONE,
        /** A constant, set by the header's name. */
        READY_MADE,
        /** Ours. */
        OURS,
        /** By hand, the header named by a string as ours does. */
        BY_HAND_STRING,
        /** By hand, the header named by a constant of azure-core. */
        BY_HAND;

        @Nullable
        HttpPipelinePolicy make() {
            return switch (this) {
                case NONE -> null;
                case READY_MADE -> new ReadyMadePolicy(USER_AGENT + " " + ID.token());
                case OURS -> new AttributionPolicy(ID);
                case BY_HAND_STRING -> new HandWrittenStringPolicy(ID.token());
                case BY_HAND -> new HandWrittenPolicy(ID.token());
            };
        }
    }

    private final StubHttpClient client = new StubHttpClient();

    @SuppressWarnings("NullAway.Init")
    private HttpPipeline pipeline;

    @SuppressWarnings("NullAway.Init")
    private URL url;

    /** Builds the pipeline, and proves that it does what it is measured for. */
    @Setup
    public void build() throws MalformedURLException {
        url = URI.create("https://management.azure.com/subscriptions/00000000-0000-4000-8000-000000000001"
                        + "/resourcegroups/group?api-version=2021-01-01")
                .toURL();
        List<HttpPipelinePolicy> policies = new ArrayList<>(List.of(new UserAgentPolicy(USER_AGENT)));
        HttpPipelinePolicy added = policy.make();
        if (added != null) {
            policies.add(added);
        }
        pipeline = new HttpPipelineBuilder()
                .httpClient(client)
                .policies(policies.toArray(new HttpPipelinePolicy[0]))
                .build();
        String sent = send().getHeaders().getValue(HttpHeaderName.USER_AGENT);
        if (!sent.equals(policy == Policy.NONE ? USER_AGENT : USER_AGENT + " " + ID.token())) {
            throw new IllegalStateException(policy + " sent " + sent);
        }
    }

    /** Sends one. */
    @Benchmark
    public HttpRequest send() {
        HttpRequest request = new HttpRequest(HttpMethod.GET, url);
        pipeline.sendSync(request, Context.NONE);
        return request;
    }
}
