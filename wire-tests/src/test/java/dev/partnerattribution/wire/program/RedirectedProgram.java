package dev.partnerattribution.wire.program;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.HttpPolicyProviders;
import com.azure.core.http.policy.RedirectPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import java.util.ArrayList;
import java.util.List;

/** One GET to each of the addresses that are its arguments, through a pipeline that follows redirects. */
public final class RedirectedProgram {
    private RedirectedProgram() {}

    public static void main(String[] urls) {
        List<HttpPipelinePolicy> policies = new ArrayList<>();
        policies.add(new UserAgentPolicy("redirected-program/1.0"));
        policies.add(new RedirectPolicy());
        HttpPolicyProviders.addAfterRetryPolicies(policies);
        var pipeline = new HttpPipelineBuilder()
                .httpClient(HttpClient.createDefault())
                .policies(policies.toArray(new HttpPipelinePolicy[0]))
                .build();
        for (String url : urls) {
            pipeline.sendSync(new HttpRequest(HttpMethod.GET, url), Context.NONE)
                    .close();
        }
        Sending.exit();
    }
}
