package dev.partnerattribution.benchmarks.request;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stands in for the network: answers at once, as Azure Resource Manager does. */
final class AnsweringHttpClient implements HttpClient {
    private static final HttpHeaders HEADERS = new HttpHeaders()
            .set(HttpHeaderName.fromString("x-ms-request-id"), "d1f7c1c2-5a53-4a57-8a60-4f8f4b2b0c55")
            .set(HttpHeaderName.fromString("x-ms-correlation-request-id"), "3f2b9c1e-5b1d-4f0e-9f0c-0d5c4f1f7a11")
            .set(HttpHeaderName.CONTENT_TYPE, "application/json; charset=utf-8");

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.just(new Answer(request));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        return new Answer(request);
    }

    private static final class Answer extends HttpResponse {
        Answer(HttpRequest request) {
            super(request);
        }

        @Override
        public int getStatusCode() {
            return 200;
        }

        @Override
        @Deprecated
        public @Nullable String getHeaderValue(String name) {
            return HEADERS.getValue(name);
        }

        @Override
        public HttpHeaders getHeaders() {
            return HEADERS;
        }

        @Override
        public Flux<ByteBuffer> getBody() {
            return Flux.empty();
        }

        @Override
        public Mono<byte[]> getBodyAsByteArray() {
            return Mono.just(new byte[0]);
        }

        @Override
        public Mono<String> getBodyAsString() {
            return Mono.just("");
        }

        @Override
        public Mono<String> getBodyAsString(Charset charset) {
            return Mono.just("");
        }
    }
}
