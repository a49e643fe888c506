import dev.partnerattribution.wire.program.Sending;
import io.clientcore.core.http.models.HttpHeaderName;
import io.clientcore.core.http.models.HttpMethod;
import io.clientcore.core.http.models.HttpRequest;
import io.clientcore.core.http.models.Response;
import io.clientcore.core.http.pipeline.HttpInstrumentationOptions;
import io.clientcore.core.http.pipeline.HttpInstrumentationPolicy;
import io.clientcore.core.http.pipeline.HttpPipeline;
import io.clientcore.core.http.pipeline.HttpPipelineBuilder;
import io.clientcore.core.http.pipeline.HttpRedirectPolicy;
import io.clientcore.core.http.pipeline.HttpRetryOptions;
import io.clientcore.core.http.pipeline.HttpRetryPolicy;
import io.clientcore.core.http.pipeline.UserAgentPolicy;
import java.time.Duration;

public final class ClientCoreProgram {
    public static void main(String[] urls) {
        Sending.toAll(urls, (url, userAgent) -> get(pipeline(userAgent), url));
    }

    /** Its first policy replaces the User-Agent, in each attempt that comes by it. */
    private static HttpPipeline pipeline(String userAgent) {
        HttpPipelineBuilder builder = new HttpPipelineBuilder();
        if (userAgent != null || !Sending.hasHeaders()) {
            builder.addPolicy(new UserAgentPolicy(userAgent)); // would replace one that was added
        }
        return builder
                .addPolicy(new HttpRedirectPolicy())
                .addPolicy(new HttpRetryPolicy(new HttpRetryOptions(2, Duration.ofMillis(10))))
                .addPolicy(new HttpInstrumentationPolicy(new HttpInstrumentationOptions()))
                .build();
    }

    private static int get(HttpPipeline pipeline, String url) throws Exception {
        HttpRequest request = new HttpRequest().setMethod(HttpMethod.GET).setUri(url);
        Sending.addHeaders((name, value) -> request.getHeaders().add(HttpHeaderName.fromString(name), value));
        try (Response<?> response = pipeline.send(request)) {
            return response.getStatusCode();
        }
    }
}
