package dev.partnerattribution.testkit;

import static dev.partnerattribution.testkit.ArmClient.GROUP;
import static dev.partnerattribution.testkit.ArmClient.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partnerattribution.testkit.ArmClient.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DeploymentsTest {

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    private static final String DEPLOYMENTS = "/providers/Microsoft.Resources/deployments";
    private static final String ACCOUNT = resource("Microsoft.Storage/storageAccounts", "acct");

    private ArmClient client;

    @BeforeEach
    void make_the_group(LoopbackArm arm) {
        client = new ArmClient(arm).withGroup();
        arm.putting(
                "Microsoft.Resources/deployments", LongRunning.asyncOperation().polls(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {GROUP_SCOPE, SUBSCRIPTION_SCOPE, "/providers/Microsoft.Management/managementGroups/mg", ""})
    void a_deployment_succeeds_at_every_scope(String scope) {
        String path = scope + DEPLOYMENTS + "/d1";
        Response accepted = client.put(path, template(ACCOUNT));

        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.at("/properties/provisioningState")).isEqualTo("Accepted");
        assertThat(client.get(path + "/operations").json().at("/value")).isEmpty();
        assertThat(client.get(accepted.header("Azure-AsyncOperation")).at("/status"))
                .isEqualTo("Succeeded");

        Response done = client.get(path);
        String account = scope + "/providers/Microsoft.Storage/storageAccounts/acct";
        assertThat(done.at("/id")).isEqualTo(path);
        assertThat(done.at("/properties/provisioningState")).isEqualTo("Succeeded");
        assertThat(done.at("/properties/outputResources/0/id")).isEqualTo(account);
        assertThat(client.get(account).at("/properties/provisioningState")).isEqualTo("Succeeded");
        assertThat(client.get(scope + DEPLOYMENTS).json().at("/value")).hasSize(1);
        assertThat(client.send("HEAD", path, "").status()).isEqualTo(204);
        Response deleted = client.delete(path);
        assertThat(deleted.status()).isEqualTo(202);
        assertThat(client.get(deleted.header("Location")).status()).isEqualTo(202);
        assertThat(client.get(deleted.header("Location")).status()).isEqualTo(204);
        assertThat(client.get(path).at("/error/code")).isEqualTo("DeploymentNotFound");
    }

    private static final String GROUP_SCOPE = "/subscriptions/" + LoopbackArm.SUBSCRIPTION_ID + "/resourceGroups/rg";
    private static final String SUBSCRIPTION_SCOPE = "/subscriptions/" + LoopbackArm.SUBSCRIPTION_ID;

    @Test
    void each_resource_has_an_operation_with_the_correlation_of_the_deployment() {
        String child = resource("blobServices", "default");
        String parent = ACCOUNT.replace("{\"type\"", "{\"resources\":[" + child + "],\"type\"");
        Response done = deploy("d1", template(parent + "," + resource("Contoso.Things/disks/parts", "d/p")));

        String correlation = done.at("/properties/correlationId");
        List<JsonNode> operations = values(client.get(GROUP + DEPLOYMENTS + "/d1/operations"));
        assertThat(operations)
                .extracting(operation ->
                        operation.at("/properties/targetResource/resourceType").asText())
                .containsExactly(
                        "Microsoft.Storage/storageAccounts",
                        "Microsoft.Storage/storageAccounts/blobServices",
                        "Contoso.Things/disks/parts");
        assertThat(operations).allSatisfy(operation -> assertThat(
                        operation.at("/properties/trackingId").asText())
                .isEqualTo(correlation));
        String id = operations.get(0).at("/id").asText();
        assertThat(client.get(id).json()).isEqualTo(operations.get(0));
        assertThat(client.get(GROUP + "/providers/Contoso.Things/disks/d/parts/p")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_correlation_is_the_clients_own_or_one_per_request(LoopbackArm arm) throws Exception {
        try (RawClient raw = RawClient.https(arm)) {
            String body = template(ACCOUNT);
            raw.send("PUT " + GROUP + DEPLOYMENTS + "/mine HTTP/1.1\nHost: localhost:" + arm.port()
                    + "\nx-ms-correlation-request-id: my-own\nContent-Length: " + body.length() + "\n\n" + body);
            assertThat(raw.readReply())
                    .contains("x-ms-correlation-request-id: my-own\r\n", "\"correlationId\":\"my-own\"");
        }

        String one = deploy("one", template(ACCOUNT)).at("/properties/correlationId");
        String two = deploy("two", template(ACCOUNT)).at("/properties/correlationId");
        assertThat(one).hasSize(36).isNotEqualTo(two);
    }

    @ParameterizedTest
    @CsvSource({"inner, inner-value", "outer, outer-value"})
    void a_nested_deployment_sees_the_parameters_of_its_scope(String scope, String expected) {
        String nested =
                """
                {"type":"Microsoft.Resources/deployments","name":"nested","properties":{
                  "expressionEvaluationOptions":{"scope":"%s"},"mode":"Incremental",
                  "template":{"parameters":{"p":{"defaultValue":"inner-value"}},
                    "resources":[{"type":"Contoso.Things/disks","name":"[parameters('p')]"}]}}}"""
                        .formatted(scope);
        Response done = deploy(
                "outer",
                """
                {"properties":{"parameters":{"p":{"value":"outer-value"}},"template":{"resources":[%s]}}}"""
                        .formatted(nested));

        assertThat(client.get(GROUP + "/providers/Contoso.Things/disks/" + expected)
                        .status())
                .isEqualTo(200);
        Response inner = client.get(GROUP + DEPLOYMENTS + "/nested");
        assertThat(inner.at("/properties/provisioningState")).isEqualTo("Succeeded");
        assertThat(inner.at("/properties/correlationId")).isEqualTo(done.at("/properties/correlationId"));
        assertThat(client.get(GROUP + DEPLOYMENTS + "/nested/operations").json().at("/value"))
                .hasSize(1);
        assertThat(client.post(GROUP + DEPLOYMENTS + "/nested/exportTemplate", "")
                        .json()
                        .at("/template/resources"))
                .hasSize(1);
    }

    @Test
    void a_subscription_deployment_makes_a_group_and_deploys_into_it() {
        String nested = "{\"type\":\"Microsoft.Resources/deployments\",\"name\":\"in\",\"resourceGroup\":\"made\","
                + "\"properties\":{\"template\":{\"resources\":[" + ACCOUNT + "]}}}";
        String group = resource("Microsoft.Resources/resourceGroups", "made");
        Response accepted = client.put(SUBSCRIPTION + DEPLOYMENTS + "/sub", template(group + "," + nested));
        client.get(accepted.header("Azure-AsyncOperation"));

        String made = SUBSCRIPTION + "/resourceGroups/made";
        assertThat(client.get(made + "/providers/Microsoft.Storage/storageAccounts/acct")
                        .status())
                .isEqualTo(200);
        assertThat(client.get(made + DEPLOYMENTS + "/in").status()).isEqualTo(200);
        assertThat(values(client.get(SUBSCRIPTION + DEPLOYMENTS))).hasSize(1);
    }

    @Test
    void expressions_are_worked_out_and_the_unknown_stays_as_it_stands() {
        Response done = deploy(
                "d1",
                """
                {"properties":{"template":{
                  "parameters":{"a":{"defaultValue":"A"}},
                  "variables":{"v":"[toLower(concat(parameters('a'), '''x'''))]","o":{"list":["p","q"]}},
                  "resources":{"symbolic":{"type":"Contoso.Things/disks/parts","name":"[mystery('/')]"},
                               "old":{"existing":true,"type":"Contoso.Things/disks","name":"old"},
                               "no":{"condition":false,"type":"Contoso.Things/disks","name":"no"}},
                  "outputs":{
                    "v":{"value":"[variables('v')]"},
                    "q":{"value":"[variables('o').list[1]]"},
                    "f":{"value":"[format('{0}-{1}', 'a', 2)]"},
                    "g":{"value":"[resourceGroup().name]"},
                    "s":{"value":"[subscription().subscriptionId]"},
                    "u":{"value":"[reference('later').id]"},
                    "e":{"value":"[[escaped]"}}}}}""");

        assertThat(done.at("/properties/outputs/v/value")).isEqualTo("a'x'");
        assertThat(done.at("/properties/outputs/q/value")).isEqualTo("q");
        assertThat(done.at("/properties/outputs/f/value")).isEqualTo("a-2");
        assertThat(done.at("/properties/outputs/g/value")).isEqualTo("rg");
        assertThat(done.at("/properties/outputs/s/value")).isEqualTo(LoopbackArm.SUBSCRIPTION_ID);
        assertThat(done.at("/properties/outputs/u/value")).isEqualTo("[reference('later').id]");
        assertThat(done.at("/properties/outputs/e/value")).isEqualTo("[escaped]");
        assertThat(done.json().at("/properties/outputResources")).hasSize(1);
    }

    @Test
    void deploying_again_replaces_the_operations() {
        deploy("d1", template(ACCOUNT + "," + resource("Contoso.Things/disks", "a")));
        Response again = client.put(GROUP + DEPLOYMENTS + "/d1", template(ACCOUNT));
        client.get(again.header("Azure-AsyncOperation"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(values(client.get(GROUP + DEPLOYMENTS + "/d1/operations"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"properties\":{}}",
                "{\"properties\":{\"template\":{\"resources\":\"none\"}}}",
                "{\"properties\":{\"template\":{\"resources\":[1]}}}",
                "{\"properties\":{\"template\":{\"resources\":[{\"type\":\"A/b\"}]}}}",
                "{\"properties\":{\"template\":{\"resources\":[{\"type\":\"A/b\",\"name\":\"x\",\"resources\":[2]}]}}}",
            })
    void what_is_no_template_is_refused_at_once(String body) {
        assertThat(client.put(GROUP + DEPLOYMENTS + "/d1", body).status()).isEqualTo(400);
        assertThat(client.post(GROUP + DEPLOYMENTS + "/d1/validate", body).status())
                .isEqualTo(400);
        assertThat(client.get(GROUP + DEPLOYMENTS + "/d1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resources\":[{\"type\":\"A.B/c/d\",\"name\":\"onlyOne\"}]}",
                "{\"variables\":{\"v\":\"[variables('v')]\"},\"resources\":[{\"type\":\"A.B/c\",\"name\":\"[variables('v')]\"}]}",
                "{\"resources\":[{\"type\":\"Microsoft.Resources/deployments\",\"name\":\"in\",\"properties\":{}}]}",
            })
    void a_deployment_that_can_not_be_finished_fails_and_says_why(String template) {
        Response accepted = client.put(GROUP + DEPLOYMENTS + "/d1", "{\"properties\":{\"template\":" + template + "}}");
        Response status = client.get(accepted.header("Azure-AsyncOperation"));

        assertThat(accepted.status()).isEqualTo(201);
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.at("/status")).isEqualTo("Failed");
        assertThat(status.at("/error/code")).isEqualTo("InvalidTemplate");
        Response failed = client.get(GROUP + DEPLOYMENTS + "/d1");
        assertThat(failed.at("/properties/provisioningState")).isEqualTo("Failed");
        assertThat(failed.at("/properties/error/code")).isEqualTo("InvalidTemplate");
    }

    @Test
    void an_immediate_deployment_is_done_with_its_put(LoopbackArm arm) {
        arm.immediate("Microsoft.Resources/deployments");

        Response done = client.put(GROUP + DEPLOYMENTS + "/d1", template(ACCOUNT));
        assertThat(done.status()).isEqualTo(201);
        assertThat(done.at("/properties/provisioningState")).isEqualTo("Succeeded");
    }

    @Test
    void a_deployment_is_validated_tried_out_exported_and_cancelled() {
        String path = GROUP + DEPLOYMENTS + "/d1";
        assertThat(client.post(path + "/validate", template(ACCOUNT)).at("/properties/provisioningState"))
                .isEqualTo("Succeeded");
        assertThat(client.post(path + "/whatIf", template(ACCOUNT)).at("/status"))
                .isEqualTo("Succeeded");
        assertThat(client.get(path).status()).as("neither deploys").isEqualTo(404);

        deploy("d1", template(ACCOUNT));
        assertThat(client.post(path + "/exportTemplate", "").at("/template/resources/0/name"))
                .isEqualTo("acct");
        assertThat(client.post(path + "/cancel", "").status()).isEqualTo(204);
        assertThat(client.post(path + "/frob", "").status()).isEqualTo(404);
        assertThat(client.post(GROUP + DEPLOYMENTS + "/none/exportTemplate", "").status())
                .isEqualTo(404);
    }

    @Test
    void the_path_of_older_clients_leads_to_the_same_deployment() {
        deploy("d1", template(ACCOUNT));

        assertThat(client.get(GROUP + "/deployments/d1/operations").json().at("/value"))
                .hasSize(1);
        assertThat(client.get(SUBSCRIPTION + "/resourcegroups/rg/deployments/D1")
                        .at("/name"))
                .isEqualTo("d1");
    }

    private static String nestedIn(String name, String more) {
        return "{\"type\":\"Microsoft.Resources/deployments\",\"apiVersion\":\"2020-06-01\",\"name\":\"" + name + "\","
                + more + "\"properties\":{\"mode\":\"Incremental\",\"template\":{\"resources\":[]}}}";
    }

    private static String at(String location, String resources) {
        return template(resources).replaceFirst("\\{", "{\"location\":\"" + location + "\",");
    }

    /** The code of the error with which a deployment of a subscription ends; empty if it succeeds. */
    private String ending(String name, String body) {
        Response accepted = client.put(SUBSCRIPTION_SCOPE + DEPLOYMENTS + "/" + name, body);
        if (accepted.status() >= 400) {
            return accepted.at("/error/code");
        }
        Response end = client.get(accepted.header("Azure-AsyncOperation"));
        return end.at("/status").equals("Succeeded") ? "" : end.at("/error/code");
    }

    private static final String LOCATION = "\"location\":\"[deployment().location]\",";

    @Test
    void what_the_name_or_the_region_of_a_deployment_forbids_is_refused() {
        assertThat(ending("a", at("westeurope", nestedIn("n", LOCATION)))).isEmpty();
        assertThat(ending("b", at("northeurope", nestedIn("n", LOCATION)))).isEqualTo("InvalidDeploymentLocation");
        assertThat(ending("a", at("northeurope", ""))).isEqualTo("InvalidDeploymentLocation");
        assertThat(ending("c", at("westeurope", nestedIn("m", "")))).isEqualTo("LocationRequired");
        assertThat(ending("d", at("westeurope", nestedIn("n", LOCATION) + "," + nestedIn("N", LOCATION))))
                .isEqualTo("InvalidTemplate");
        assertThat(ending("e", at("westeurope", nestedIn("x".repeat(65), LOCATION))))
                .isEqualTo("DeploymentNameLengthLimitExceeded");
        assertThat(ending("x".repeat(65), at("westeurope", ""))).isEqualTo("DeploymentNameLengthLimitExceeded");
        assertThat(ending(
                        "f",
                        at(
                                "northeurope",
                                nestedIn("[take(concat('n', uniqueString(deployment().location)), 9)]", LOCATION))))
                .isEmpty();
    }

    @Test
    void in_a_group_a_deployment_needs_no_location_and_has_no_region() {
        String body = template(nestedIn("n", ""));
        deploy("a", body);
        deploy("b", body);
    }

    @Test
    void a_name_under_way_in_one_deployment_fails_another() {
        String body = at("westeurope", nestedIn("n", LOCATION));
        Response first = client.put(SUBSCRIPTION_SCOPE + DEPLOYMENTS + "/a", body);
        assertThat(ending("b", body)).isEqualTo("DeploymentActive");
        assertThat(client.get(SUBSCRIPTION_SCOPE + DEPLOYMENTS + "/b").at("/properties/provisioningState"))
                .isEqualTo("Failed");
        assertThat(client.get(first.header("Azure-AsyncOperation")).at("/status"))
                .isEqualTo("Succeeded");
        assertThat(ending("b", body)).isEmpty();
    }

    private Response deploy(String name, String body) {
        String path = GROUP + DEPLOYMENTS + "/" + name;
        Response accepted = client.put(path, body);
        assertThat(client.get(accepted.header("Azure-AsyncOperation")).at("/status"))
                .isEqualTo("Succeeded");
        return client.get(path);
    }

    private static String template(String resources) {
        return "{\"properties\":{\"mode\":\"Incremental\",\"template\":{\"resources\":[" + resources + "]}}}";
    }

    private static String resource(String type, String name) {
        return "{\"type\":\"" + type + "\",\"apiVersion\":\"2023-01-01\",\"name\":\"" + name + "\"}";
    }

    private static List<JsonNode> values(Response list) {
        List<JsonNode> values = new ArrayList<>();
        list.json().at("/value").forEach(values::add);
        return values;
    }
}
