package dev.partnerattribution.benchmarks.request;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/** The same with the header's name as a string, the only way before azure-core 1.36.0. */
final class HandWrittenStringPolicy implements HttpPipelinePolicy {
    private final String token;

    HandWrittenStringPolicy(String token) {
        this.token = token;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        tag(context.getHttpRequest());
        return next.process();
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        tag(context.getHttpRequest());
        return next.processSync();
    }

    @SuppressWarnings("deprecation")
    private void tag(HttpRequest request) {
        String userAgent = request.getHeaders().getValue("User-Agent");
        if (userAgent == null) {
            request.setHeader("User-Agent", token);
        } else if (!userAgent.contains(token)) {
            request.setHeader("User-Agent", userAgent + " " + token);
        }
    }
}
