package dev.partnerattribution.wire.program;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.FixedDelay;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpLoggingPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.HttpPolicyProviders;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Pipelines of azure-core alone: one as a user builds it by hand, and one as a client library builds it, which asks for
 * further policies. Uses what every azure-core has from 1.0.0 on. Arguments: base URLs.
 */
public final class BarePipelineProgram {
    private final HttpClient client = HttpClient.createDefault();

    private BarePipelineProgram() {}

    public static void main(String[] urls) throws MalformedURLException {
        run(urls);
        if (System.getProperty("programs.follow") == null) { // Sending's; this one is compiled alone as well
            System.exit(0); // the HTTP client's threads would keep the process
        }
    }

    /** The same, leaving the process alone. */
    public static void run(String[] urls) throws MalformedURLException {
        BarePipelineProgram program = new BarePipelineProgram();
        for (String url : urls) {
            send(program.byHand(), url + "hand/");
            send(program.asLibrary(), url + "library/");
        }
    }

    private HttpPipeline byHand() {
        List<HttpPipelinePolicy> policies = new ArrayList<>();
        policies.add(new UserAgentPolicy("bare-program/1.0"));
        policies.add(new RetryPolicy(new FixedDelay(3, Duration.ofMillis(10))));
        policies.add(logging());
        return pipeline(policies);
    }

    private HttpPipeline asLibrary() {
        List<HttpPipelinePolicy> policies = new ArrayList<>();
        policies.add(new UserAgentPolicy("bare-program/1.0"));
        HttpPolicyProviders.addBeforeRetryPolicies(policies);
        policies.add(new RetryPolicy(new FixedDelay(3, Duration.ofMillis(10))));
        HttpPolicyProviders.addAfterRetryPolicies(policies);
        policies.add(logging());
        return pipeline(policies);
    }

    private HttpPipeline pipeline(List<HttpPipelinePolicy> policies) {
        return new HttpPipelineBuilder()
                .httpClient(client)
                .policies(policies.toArray(new HttpPipelinePolicy[0]))
                .build();
    }

    private static HttpLoggingPolicy logging() {
        return new HttpLoggingPolicy(new HttpLogOptions().setLogLevel(HttpLogDetailLevel.HEADERS));
    }

    private static void send(HttpPipeline pipeline, String url) throws MalformedURLException {
        async(pipeline, get(url + "async/plain"));
        async(pipeline, get(url + "async/retried"));
        HttpRequest same = get(url + "async/again");
        async(pipeline, same);
        async(pipeline, same);
        try {
            sync(pipeline, get(url + "sync/plain"));
        } catch (NoSuchMethodError e) {
            System.out.println("this azure-core has no sync pipeline");
            return;
        }
        sync(pipeline, get(url + "sync/retried"));
        sync(pipeline, get(url + "sync/again"));
    }

    private static HttpRequest get(String url) throws MalformedURLException {
        return new HttpRequest(HttpMethod.GET, new URL(url));
    }

    private static void async(HttpPipeline pipeline, HttpRequest request) {
        pipeline.send(request).block().getBodyAsString().block();
    }

    private static void sync(HttpPipeline pipeline, HttpRequest request) {
        pipeline.sendSync(request, Context.NONE).close();
    }
}
