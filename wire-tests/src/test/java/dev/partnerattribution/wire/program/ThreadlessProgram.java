package dev.partnerattribution.wire.program;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.HttpPolicyProviders;
import com.azure.core.http.policy.UserAgentPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Sends a request as far as a client that is offline: no HTTP client's thread holds on to the class loader afterwards.
 * Prints the User-Agent that the client was given.
 */
public final class ThreadlessProgram {
    private ThreadlessProgram() {}

    public static void run(String[] urls) {
        List<HttpPipelinePolicy> policies = new ArrayList<>();
        policies.add(new UserAgentPolicy("threadless-program/1.0"));
        HttpPolicyProviders.addAfterRetryPolicies(policies);
        HttpPipeline pipeline = new HttpPipelineBuilder()
                .httpClient(request -> {
                    System.out.println(request.getHeaders().getValue(HttpHeaderName.USER_AGENT));
                    return Mono.error(new IOException("offline"));
                })
                .policies(policies.toArray(new HttpPipelinePolicy[0]))
                .build();
        try {
            pipeline.send(new HttpRequest(HttpMethod.GET, urls[0])).block();
        } catch (RuntimeException offline) {
            return;
        }
        throw new IllegalStateException("the request should have failed");
    }
}
