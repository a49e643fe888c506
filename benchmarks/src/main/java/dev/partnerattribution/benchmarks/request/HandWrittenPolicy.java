package dev.partnerattribution.benchmarks.request;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/** What a good engineer writes for one program with a recent azure-core: no host is compared, nothing remembered. */
final class HandWrittenPolicy implements HttpPipelinePolicy {
    private final String token;

    HandWrittenPolicy(String token) {
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

    private void tag(HttpRequest request) {
        String userAgent = request.getHeaders().getValue(HttpHeaderName.USER_AGENT);
        if (userAgent == null) {
            request.setHeader(HttpHeaderName.USER_AGENT, token);
        } else if (!userAgent.contains(token)) {
            request.setHeader(HttpHeaderName.USER_AGENT, userAgent + " " + token);
        }
    }
}
