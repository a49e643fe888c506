package dev.partnerattribution.wire.program;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.HttpPolicyProviders;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.tracing.Tracer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Two pipelines of azure-core, each of which sends one request, without an HTTP client library: it starts fast.
 * Arguments: a base URL, and how the pipelines are built.
 */
public final class SmallProgram {
    /** How the pipelines are built. */
    public enum Policies {
        AS_USUAL,
        NONE,
        IMMUTABLE_LIST,
        NULL_LIST,
        /** As usual, and each sends a request before that has no URL. */
        BAD_REQUEST_FIRST
    }

    private SmallProgram() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        for (String path : List.of("first", "second")) {
            try {
                Policies policies = Policies.valueOf(arguments[1]);
                HttpPipeline pipeline = pipeline(policies);
                if (policies == Policies.BAD_REQUEST_FIRST) {
                    sendWithoutUrl(pipeline, arguments[0]);
                }
                pipeline.send(new HttpRequest(HttpMethod.GET, arguments[0] + path))
                        .block();
            } catch (InvocationTargetException e) {
                System.out.println(e.getCause());
            }
        }
        System.out.println("done");
    }

    private static void sendWithoutUrl(HttpPipeline pipeline, String url) {
        try {
            pipeline.send(new HttpRequest(HttpMethod.GET, url).setUrl((URL) null))
                    .block();
            System.out.println("sent without a URL");
        } catch (NullPointerException e) {
            return; // as without us
        }
    }

    private static HttpPipeline pipeline(Policies policies) throws ReflectiveOperationException {
        return switch (policies) {
            case AS_USUAL, BAD_REQUEST_FIRST -> built(asUsual());
            case NONE -> built(List.of());
            case IMMUTABLE_LIST -> constructed(List.copyOf(asUsual()));
            case NULL_LIST -> constructed(null);
        };
    }

    private static List<HttpPipelinePolicy> asUsual() {
        List<HttpPipelinePolicy> policies = new ArrayList<>();
        policies.add(new UserAgentPolicy("small-program/1.0"));
        HttpPolicyProviders.addAfterRetryPolicies(policies);
        return policies;
    }

    private static HttpPipeline built(List<HttpPipelinePolicy> policies) {
        return new HttpPipelineBuilder()
                .httpClient(SmallProgram::send)
                .policies(policies.toArray(new HttpPipelinePolicy[0]))
                .build();
    }

    /** The builder never hands over such a list. */
    private static HttpPipeline constructed(List<HttpPipelinePolicy> policies) throws ReflectiveOperationException {
        Constructor<HttpPipeline> constructor =
                HttpPipeline.class.getDeclaredConstructor(HttpClient.class, List.class, Tracer.class);
        constructor.setAccessible(true);
        return constructor.newInstance((HttpClient) SmallProgram::send, policies, null);
    }

    private static Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromCallable(() -> {
            exchange(request);
            return null;
        });
    }

    private static void exchange(HttpRequest request) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) request.getUrl().openConnection();
        for (HttpHeader header : request.getHeaders()) {
            connection.setRequestProperty(header.getName(), header.getValue());
        }
        connection.getResponseCode();
        connection.disconnect();
    }
}
