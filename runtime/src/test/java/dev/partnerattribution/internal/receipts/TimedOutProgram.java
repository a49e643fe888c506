package dev.partnerattribution.internal.receipts;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.azure.AttributionPolicy;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Puts resources of a megabyte each, none of which is ever answered in time. Argument: how many. */
public final class TimedOutProgram {
    private static final int MEGABYTE = 1 << 20;

    private TimedOutProgram() {}

    public static void main(String[] arguments) {
        HttpPipeline pipeline = new HttpPipelineBuilder()
                .httpClient(request -> Mono.never())
                .policies(new AttributionPolicy(TrackingId.ofGuid("7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63")))
                .build();
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            HttpRequest request = new HttpRequest(HttpMethod.PUT, "https://management.azure.com/subscriptions/s" + i)
                    .setBody(new byte[MEGABYTE]);
            pipeline.send(request)
                    .timeout(Duration.ofMillis(2))
                    .onErrorResume(e -> Mono.empty())
                    .block();
        }
    }
}
