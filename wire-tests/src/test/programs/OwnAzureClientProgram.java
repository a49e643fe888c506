import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import dev.partnerattribution.wire.program.Sending;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** azure-core on an HTTP client of the program's own, which sends by no route. */
public final class OwnAzureClientProgram {
    public static void main(String[] urls) {
        HttpPipeline pipeline = new HttpPipelineBuilder()
                .httpClient(request -> Mono.fromCallable(() -> new Answer(
                        request,
                        TlsSocketProgram.get(
                                request.getUrl().toString(), request.getHeaders().getValue("User-Agent")))))
                .build();
        Sending.toAll(urls, (url, userAgent) -> {
            HttpRequest request = new HttpRequest(HttpMethod.GET, url);
            if (userAgent != null) {
                request.setHeader("User-Agent", userAgent);
            }
            return pipeline.send(request).block().getStatusCode();
        });
    }

    private static final class Answer extends HttpResponse {
        private final int status;

        Answer(HttpRequest request, int status) {
            super(request);
            this.status = status;
        }

        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public String getHeaderValue(String name) {
            return null;
        }

        @Override
        public HttpHeaders getHeaders() {
            return new HttpHeaders();
        }

        @Override
        public Flux<ByteBuffer> getBody() {
            return Flux.empty();
        }

        @Override
        public Mono<byte[]> getBodyAsByteArray() {
            return Mono.empty();
        }

        @Override
        public Mono<String> getBodyAsString() {
            return Mono.empty();
        }

        @Override
        public Mono<String> getBodyAsString(Charset charset) {
            return Mono.empty();
        }
    }
}
