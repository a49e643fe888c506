package dev.partnerattribution.benchmarks.request;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/** Decides nothing and makes nothing: what it costs is azure-core's own price for setting a header by its name. */
final class ReadyMadePolicy implements HttpPipelinePolicy {
    private final String userAgent;

    ReadyMadePolicy(String userAgent) {
        this.userAgent = userAgent;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        set(context.getHttpRequest());
        return next.process();
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        set(context.getHttpRequest());
        return next.processSync();
    }

    @SuppressWarnings("deprecation")
    private void set(HttpRequest request) {
        request.setHeader("User-Agent", userAgent);
    }
}
