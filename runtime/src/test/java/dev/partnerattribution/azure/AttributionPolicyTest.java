package dev.partnerattribution.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.FixedDelay;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.HttpPolicyProviders;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** The policy in a real pipeline, judged by what a server receives. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_ERR)
class AttributionPolicyTest {
    private static final TrackingId ID = TrackingId.ofGuid("7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73");
    private static final String STAMPED = "azsdk-java-test/1 " + ID;

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private RecordingServer server;

    enum Way {
        SYNC,
        ASYNC;

        int send(HttpRequest request, HttpPipelinePolicy... policies) {
            HttpPipeline pipeline = new HttpPipelineBuilder()
                    .httpClient(HttpClient.createDefault())
                    .policies(policies)
                    .build();
            try (HttpResponse response = this == SYNC
                    ? pipeline.sendSync(request, Context.NONE)
                    : pipeline.send(request).block(Duration.ofSeconds(30))) {
                return response.getStatusCode();
            }
        }
    }

    @BeforeEach
    void start() {
        System.setProperty("partner.attribution.arm-hosts", "localhost");
        server = new RecordingServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest request(String host) {
        return new HttpRequest(HttpMethod.GET, server.url(host));
    }

    private static UserAgentPolicy sdk() {
        return new UserAgentPolicy("azsdk-java-test/1");
    }

    @ParameterizedTest
    @EnumSource
    void a_request_to_an_arm_host_carries_the_token_after_the_sdks_user_agent(Way way) {
        assertThat(way.send(request("localhost"), sdk(), new AttributionPolicy(ID)))
                .isEqualTo(200);

        assertThat(server.userAgents()).containsExactly(STAMPED);
        assertThat(sandbox.said()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_request_to_another_host_does_not(Way way) {
        way.send(request("127.0.0.1"), sdk(), new AttributionPolicy(ID));
        way.send(request("127.0.0.1").setHeader(HttpHeaderName.USER_AGENT, STAMPED), new AttributionPolicy(ID));

        assertThat(server.userAgents()).containsExactly("azsdk-java-test/1", "azsdk-java-test/1");
    }

    @ParameterizedTest
    @EnumSource
    void a_request_that_is_sent_again_carries_it_once(Way way) {
        HttpRequest request = request("localhost");
        HttpPipelinePolicy policy = new AttributionPolicy(ID);

        way.send(request, policy);
        way.send(request, policy);
        way.send(request, policy, new SendAgain(), policy);

        assertThat(server.userAgents()).containsExactly(ID.token(), ID.token(), ID.token(), ID.token());
    }

    @ParameterizedTest
    @EnumSource
    void every_retry_carries_it_once_wherever_the_policy_stands(Way way) {
        server.answers(503, 429, 200, 503, 429);
        RetryPolicy retry = new RetryPolicy(new FixedDelay(2, Duration.ofMillis(1)));

        assertThat(way.send(request("localhost"), sdk(), retry, new AttributionPolicy(ID)))
                .isEqualTo(200);
        assertThat(way.send(request("localhost"), sdk(), new AttributionPolicy(ID), retry))
                .isEqualTo(200);

        assertThat(server.userAgents()).hasSize(6).containsOnly(STAMPED);
    }

    @ParameterizedTest
    @EnumSource
    void two_policies_in_a_pipeline_do_no_harm(Way way) {
        way.send(request("localhost"), sdk(), new AttributionPolicy(ID), new AttributionPolicy(ID));

        assertThat(server.userAgents()).containsExactly(STAMPED);
    }

    @ParameterizedTest
    @EnumSource
    void a_pipeline_that_asks_for_providers_gets_the_policy(Way way) {
        System.setProperty("partner.attribution.tracking-id", ID.token());
        List<HttpPipelinePolicy> policies = new ArrayList<>(List.of(sdk()));
        HttpPolicyProviders.addAfterRetryPolicies(policies);

        way.send(request("localhost"), policies.toArray(new HttpPipelinePolicy[0]));

        assertThat(policies).last().isInstanceOf(AttributionPolicy.class);
        assertThat(server.userAgents()).containsExactly(STAMPED);
    }

    @ParameterizedTest
    @EnumSource
    void with_attribution_off_every_header_stays_as_it_is(Way way) {
        System.setProperty("partner.attribution.opt-out", "true");

        way.send(request("localhost"), sdk(), new AttributionPolicy(ID));

        assertThat(server.userAgents()).containsExactly("azsdk-java-test/1");
        assertThat(sandbox.said()).isEmpty();
    }

    /** As the SDK does after registering a provider or answering a claims challenge: the same request, once more. */
    private static final class SendAgain implements HttpPipelinePolicy {
        @Override
        public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
            HttpPipelineNextPolicy again = next.clone();
            return next.process().flatMap(response -> {
                response.close();
                return again.process();
            });
        }

        @Override
        public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
            HttpPipelineNextSyncPolicy again = next.clone();
            next.processSync().close();
            return again.processSync();
        }
    }
}
