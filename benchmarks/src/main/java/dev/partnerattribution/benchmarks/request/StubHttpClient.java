package dev.partnerattribution.benchmarks.request;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import reactor.core.publisher.Mono;

/** Stands in for the network: answers at once, with nothing. */
final class StubHttpClient implements HttpClient {

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        throw new UnsupportedOperationException("only the synchronous way is measured");
    }

    @Override
    @SuppressWarnings("NullAway") // the pipeline hands it on unread
    public HttpResponse sendSync(HttpRequest request, Context context) {
        return null;
    }
}
