package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Stamped;
import dev.partnerattribution.templates.Stamping;
import dev.partnerattribution.templates.Stamping.NameForm;
import dev.partnerattribution.templates.Template;
import dev.partnerattribution.testkit.LongRunning;
import dev.partnerattribution.testkit.LoopbackArm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stamped template of a subscription, deployed to an Azure Resource Manager that refuses what Azure's refuses. */
class StampedDeploymentsTest {
    private static final String TYPE = "Microsoft.Resources/deployments";
    private static final TrackingId ID = TrackingId.ofGuid("7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73");
    private static final String TEMPLATE =
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "resources": []
            }
            """;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static LoopbackArm arm;

    @BeforeAll
    static void start() {
        arm = LoopbackArm.start();
    }

    @AfterAll
    static void stop() {
        arm.close();
    }

    @BeforeEach
    void forget_all() {
        arm.reset();
        arm.putting(TYPE, LongRunning.asyncOperation().polls(0));
    }

    private static String stamped(Stamping stamping) {
        Template template = Template.of("azuredeploy.json", TEMPLATE.getBytes(StandardCharsets.UTF_8));
        return new String(((Stamped) stamping.stamp(template)).bytes(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.header("Authorization", "Bearer none").build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins a deployment; gives the address at which it is asked how it is getting on. */
    private static URI begin(String name, String location, String template) {
        String body = "{\"location\":\"" + location + "\",\"properties\":{\"mode\":\"Incremental\",\"template\":"
                + template + "}}";
        URI deployment = arm.httpEndpoint()
                .resolve("/subscriptions/" + LoopbackArm.SUBSCRIPTION_ID + "/providers/" + TYPE + "/" + name
                        + "?api-version=2024-03-01");
        HttpResponse<String> accepted = send(HttpRequest.newBuilder(deployment)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(201);
        return URI.create(accepted.headers().firstValue("Azure-AsyncOperation").orElseThrow());
    }

    private static String end(URI operation) {
        return send(HttpRequest.newBuilder(operation).GET()).body();
    }

    /** How two deployments end that are under way at the same time. */
    private static List<String> parallel(String template, String region, String other) {
        URI one = begin("one", region, template);
        URI two = begin("two", other, template);
        return Stream.of(one, two).map(StampedDeploymentsTest::end).toList();
    }

    private static List<String> oneAfterTheOther(String template, String region, String other) {
        String first = end(begin("one", region, template));
        return List.of(first, end(begin("two", other, template)));
    }

    @Test
    void two_regions_and_two_at_the_same_time_succeed() {
        String template = stamped(Stamping.of(ID));
        assertThat(oneAfterTheOther(template, "westeurope", "northeurope")).allMatch(end -> end.contains("Succeeded"));
        arm.reset();
        forget_all();
        assertThat(parallel(template, "westeurope", "westeurope")).allMatch(end -> end.contains("Succeeded"));
        arm.reset();
        forget_all();
        assertThat(parallel(template, "westeurope", "northeurope")).allMatch(end -> end.contains("Succeeded"));
    }

    @Test
    void with_the_bare_id_as_the_name_they_fail() {
        String template = stamped(Stamping.of(ID).named(NameForm.LITERAL));
        assertThat(oneAfterTheOther(template, "westeurope", "northeurope"))
                .satisfiesExactly(first -> assertThat(first).contains("Succeeded"), second -> assertThat(second)
                        .contains("InvalidDeploymentLocation"));
        arm.reset();
        forget_all();
        assertThat(parallel(template, "westeurope", "westeurope"))
                .satisfiesExactly(first -> assertThat(first).contains("Succeeded"), second -> assertThat(second)
                        .contains("DeploymentActive"));
    }
}
