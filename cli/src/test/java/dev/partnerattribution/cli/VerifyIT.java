package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partnerattribution.cli.Jar.Result;
import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.LoopbackArm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real SDK with a real log-in against a server that keeps deployments, beside Microsoft's script in plain HTTP. What
 * the jar, the log-in and waiting are about runs as users run it; the rest in one JVM.
 */
class VerifyIT {
    private static final String PID = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String SUBSCRIPTION = "/subscriptions/" + LoopbackArm.SUBSCRIPTION_ID;
    private static final String GROUP = SUBSCRIPTION + "/resourceGroups/rg";
    private static final String DEPLOYMENTS = "/providers/Microsoft.Resources/deployments";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int ALWAYS = 1000;

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    private static LogInHost logIn;
    private static LoadedOnce jar;

    private LoopbackArm arm;

    @BeforeAll
    static void open_the_log_in_and_load_the_jar() throws IOException {
        logIn = new LogInHost();
        jar = LoadedOnce.start(extension.arm().jvmArguments(), logIn.environment());
    }

    @AfterAll
    static void close_them() {
        jar.close();
        logIn.close();
    }

    @BeforeEach
    void make_the_group(LoopbackArm running) throws Exception {
        arm = running;
        arm.immediate("Microsoft.Resources/deployments");
        put(GROUP, "{\"location\":\"westeurope\"}");
    }

    private static String[] command(URI endpoint, String... arguments) {
        return Stream.concat(Stream.of("verify", "--arm-endpoint", endpoint.toString()), Stream.of(arguments))
                .toArray(String[]::new);
    }

    private Run verify(String... arguments) throws IOException {
        return jar.run(command(arm.endpoint(), arguments));
    }

    private Run verifyGroup(String name) throws IOException {
        return verify(name, "-g", "rg", "-s", LoopbackArm.SUBSCRIPTION_ID);
    }

    private Result verifyByJar(String... arguments) {
        return logIn.logIn(new Jar()).jvm(arm.jvmArguments()).with(command(arm.endpoint(), arguments));
    }

    @Test
    void lists_what_microsofts_script_lists_over_three_levels_and_2500_operations() throws Exception {
        String innermost = nested("level3", resource("deep", 0));
        String inner = nested("level2", resource("middle", 0), innermost);
        deploy(GROUP, "main", nested(PID), nested("level1", resource("outer", 0), inner), resources("many", 2500));
        deploy(GROUP, "unrelated", resource("unrelated", 0));

        Result result = verifyByJar(PID, "-g", "RG", "-s", LoopbackArm.SUBSCRIPTION_ID, "--json");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        JsonNode json = OutputSchema.of("verify").assertDescribes(result.out());
        List<String> listed = ids(json.path("resources"));
        assertThat(listed).hasSize(2503).containsExactlyInAnyOrderElementsOf(byMicrosoftsScript(GROUP));
        assertThat(listed).anyMatch(id -> id.endsWith("deep0")).noneMatch(id -> id.contains("unrelated"));
        assertThat(json.path("resources"))
                .allMatch(resource -> resource.path("listedByScript").asBoolean());
        assertThat(json.path("deployments")).hasSize(5);
        assertThat(arm.requests().at("/operations").userAgents())
                .isNotEmpty()
                .noneMatch(userAgent -> userAgent.contains("pid-"));
    }

    @Test
    void a_table_tells_a_person_the_same() throws Exception {
        deploy(GROUP, "main", nested(PID), resource("store", 1));

        Result result = verifyByJar(PID, "-g", "rg", "-s", LoopbackArm.SUBSCRIPTION_ID);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(
                        "deployment   " + PID + " in resource group rg of subscription " + LoopbackArm.SUBSCRIPTION_ID)
                .contains(GROUP + "/providers/Contoso.Things/disks/store1  Succeeded  main\n")
                .endsWith("1 resource attributed\n");
    }

    @Test
    void a_suffix_a_guid_alone_and_a_second_partner_are_told_from_what_is_no_tracking_id() throws Exception {
        String second = "pid-1d0a3c55-9b7e-4c86-8f21-64e07b5a9d3f";
        deploy(GROUP, "main", nested(PID + "-aaaaaaaaa"), nested(second), resource("store", 1));

        Run byGuid = verifyGroup(PID.substring("pid-".length()));
        Run byMain = verifyGroup("main");

        assertThat(byGuid.exitCode()).isZero();
        assertThat(byGuid.out())
                .startsWith("deployment   " + PID + "-aaaaaaaaa in")
                .endsWith("1 resource attributed\n");
        assertThat(byGuid.err()).contains("in the same run is " + second + ", of another tracking ID");
        assertThat(byMain.exitCode()).isEqualTo(1);
        assertThat(byMain.out())
                .endsWith("\nNothing is attributed: main is no tracking ID. Name the deployment of the template that is"
                        + " called pid-…\n");
        assertThat(byMain.err()).isEmpty();
    }

    /** What a template of a subscription deploys lies in its groups, where Microsoft's script does not look. */
    @Test
    void at_a_subscription_nested_deployments_into_groups_are_followed() throws Exception {
        String intoGroup =
                nested("in-group", resource("store", 1)).replace("\"name\"", "\"resourceGroup\":\"rg\",\"name\"");
        deploy(SUBSCRIPTION, "main", located(nested(PID)), resource("policy", 1), intoGroup);

        Run result = verify(PID, "-s", LoopbackArm.SUBSCRIPTION_ID);

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(SUBSCRIPTION + "/providers/Contoso.Things/disks/policy1")
                .containsPattern(
                        "resourceGroups/rg/providers/Contoso.Things/disks/store1 .*not listed by Microsoft's script")
                .endsWith("2 resources attributed\n");
    }

    @Test
    void management_groups_and_the_tenant_are_scopes_too() throws Exception {
        String managementGroup = "/providers/Microsoft.Management/managementGroups/contoso";
        deploy(managementGroup, "main", located(nested(PID)), resource("policy", 1));
        deploy("", "main", located(nested(PID)), resource("setting", 1));

        Run ofGroup = verify(PID, "--management-group", "contoso");
        Run ofTenant = verify(PID, "--at-tenant");

        assertThat(ofGroup.out()).contains(managementGroup + "/providers/Contoso.Things/disks/policy1");
        assertThat(ofGroup.out()).endsWith("1 resource attributed\n");
        assertThat(ofTenant.out())
                .contains("in the tenant")
                .contains(" /providers/Contoso.Things/disks/setting1".strip());
        assertThat(ofTenant.out()).endsWith("1 resource attributed\n");
    }

    @Test
    void a_deployment_that_is_missing_is_told_with_what_may_be_the_reason() throws Exception {
        Run result = verifyGroup(PID);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("partner-attribution: there is no deployment " + PID + " in resource group rg")
                .contains("literal name", "API, SDK or Terraform");
    }

    @Test
    void a_deployment_without_correlation_is_no_evidence_of_all_others_without() throws Exception {
        deployWithoutCorrelation();

        Run result = verifyGroup(PID);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("has no correlation ID").contains("deploy the template again");
    }

    @Test
    void a_deployment_by_itself_attributes_nothing() throws Exception {
        deploy(GROUP, PID);

        Run result = verifyGroup(PID);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("No resource is attributed: deploy the whole template");
    }

    @Test
    void who_may_not_read_is_told_which_role_to_ask_for() throws Exception {
        arm.next(ALWAYS).at("/deployments").answer(Fault.error(403, "AuthorizationFailed", "No."));

        Run result = verifyGroup(PID);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("(403)", "role Reader", "Microsoft.Resources/deployments/read");
    }

    @Test
    void a_nested_deployment_that_may_not_be_read_leaves_the_rest_standing() throws Exception {
        String intoGroup =
                nested("in-group", resource("store", 1)).replace("\"name\"", "\"resourceGroup\":\"rg\",\"name\"");
        deploy(SUBSCRIPTION, "main", located(nested(PID)), resource("policy", 1), intoGroup);
        arm.next(ALWAYS).at("resourceGroups/rg/").answer(Fault.error(403, "AuthorizationFailed", "No."));

        Run result = verify(PID, "-s", LoopbackArm.SUBSCRIPTION_ID);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).contains("policy1").endsWith("1 resource attributed\n");
        assertThat(result.err())
                .startsWith("not read: " + GROUP + DEPLOYMENTS + "/in-group: ")
                .contains("role Reader");
    }

    @Test
    void throttling_is_waited_for_and_told() throws Exception {
        deploy(GROUP, "main", nested(PID), resource("store", 1));
        arm.next(2).at("/deployments").answer(Fault.tooManyRequests(1));

        Result result = verifyByJar(PID, "-g", "rg", "-s", LoopbackArm.SUBSCRIPTION_ID);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).endsWith("1 resource attributed\n");
        assertThat(result.err()).isEqualTo("Azure asks to wait 1 s (429)\n".repeat(2));
    }

    @Test
    void throttling_without_end_ends_with_advice() throws Exception {
        arm.next(ALWAYS).at("/deployments").answer(Fault.tooManyRequests(0));

        Run result = verifyGroup(PID);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains("takes no more requests for now (429)")
                .contains("try again in some minutes");
    }

    @Test
    void without_a_log_in_the_ways_to_get_one_are_named(@TempDir Path home) {
        Result result = new Jar()
                .jvm(arm.jvmArguments())
                .jvm(List.of("-Duser.home=" + home))
                .environment("PATH", home.toString())
                .environment("HOME", home.toString())
                .environment("AZURE_TOKEN_CREDENTIALS", "dev")
                .with(
                        "verify",
                        PID,
                        "--at-tenant",
                        "--arm-endpoint",
                        arm.endpoint().toString());

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("run az login").contains("AZURE_CLIENT_ID");
        assertThat(result.err()).doesNotContain("\tat ");
    }

    @Test
    void an_address_where_nobody_answers_is_told() {
        Result result = logIn.logIn(new Jar())
                .jvm(arm.jvmArguments())
                .environment("AZURE_REQUEST_RETRY_COUNT", "0")
                .with(command(URI.create("https://localhost:1"), PID, "--at-tenant"));

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains("can't be reached")
                .contains("--arm-endpoint")
                .doesNotContain("\tat ");
    }

    /** The proxy alone knows the way; the log-in is on this machine, where no proxy is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTPS_PROXY", "https_proxy"})
    void it_goes_through_the_proxy_of_the_environment(String variable) throws Exception {
        deploy(GROUP, "main", nested(PID), resource("store", 1));
        try (Proxy proxy = Proxy.to(arm.port())) {
            Result result = logIn.logIn(new Jar())
                    .jvm(arm.jvmArguments())
                    .environment(variable, proxy.url())
                    .with("verify", PID, "-g", "rg", "-s", LoopbackArm.SUBSCRIPTION_ID);

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).endsWith("1 resource attributed\n");
            assertThat(proxy.opened()).isNotEmpty().containsOnly("management.azure.com:443");
        }
    }

    @Test
    void a_log_in_host_that_nobody_can_reach_is_no_missing_log_in() {
        Result result = new Jar()
                .jvm(arm.jvmArguments())
                .environment("AZURE_TENANT_ID", LoopbackArm.SUBSCRIPTION_ID)
                .environment("AZURE_CLIENT_ID", LoopbackArm.SUBSCRIPTION_ID)
                .environment("AZURE_CLIENT_SECRET", "secret")
                .environment("HTTPS_PROXY", "http://127.0.0.1:1")
                .environment("AZURE_REQUEST_RETRY_COUNT", "0")
                .with(
                        "verify",
                        PID,
                        "--at-tenant",
                        "--arm-endpoint",
                        arm.endpoint().toString());

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains("the host that logs in can't be reached: java.net.ConnectException", "HTTPS_PROXY")
                .doesNotContain("no log-in", "\tat ");
    }

    private static String resource(String name, int number) {
        return "{\"type\":\"Contoso.Things/disks\",\"apiVersion\":\"2024-01-01\",\"name\":\"" + name + number + "\"}";
    }

    private static String resources(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> resource(name, i)).collect(Collectors.joining(","));
    }

    private static String nested(String name, String... resources) {
        return "{\"type\":\"Microsoft.Resources/deployments\",\"apiVersion\":\"2020-06-01\",\"name\":\"" + name
                + "\",\"properties\":" + properties(resources) + "}";
    }

    /** Above a resource group a deployment needs a location. */
    private static String located(String nested) {
        return nested.replace("\"name\"", "\"location\":\"westeurope\",\"name\"");
    }

    private static String properties(String... resources) {
        return "{\"mode\":\"Incremental\",\"template\":{\"contentVersion\":\"1.0.0.0\",\"resources\":["
                + String.join(",", resources) + "]}}";
    }

    private void deploy(String scope, String name, String... resources) throws Exception {
        put(
                scope + DEPLOYMENTS + "/" + name,
                "{\"location\":\"westeurope\",\"properties\":" + properties(resources) + "}");
    }

    private void deployWithoutCorrelation() throws Exception {
        put(
                GROUP + DEPLOYMENTS + "/" + PID,
                "{\"properties\":" + properties() + "}",
                "x-ms-correlation-request-id",
                "");
    }

    private void put(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).PUT(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        assertThat(HTTP.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isBetween(200, 201);
    }

    private JsonNode get(URI uri) throws Exception {
        return JSON.readTree(HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body());
    }

    private URI uri(String path) {
        return arm.httpEndpoint().resolve(path + "?api-version=2021-04-01");
    }

    private List<JsonNode> all(String path) throws Exception {
        List<JsonNode> values = new ArrayList<>();
        JsonNode page = get(uri(path));
        page.path("value").forEach(values::add);
        while (page.has("nextLink")) {
            page = get(URI.create(page.path("nextLink").asText()));
            page.path("value").forEach(values::add);
        }
        return values;
    }

    /** Its steps, one for one, where {@code -notlike} looks at no case. */
    private List<String> byMicrosoftsScript(String scope) throws Exception {
        JsonNode correlation = get(uri(scope + DEPLOYMENTS + "/" + PID)).at("/properties/correlationId");
        List<String> resources = new ArrayList<>();
        for (JsonNode deployment : all(scope + DEPLOYMENTS)) {
            if (deployment.at("/properties/correlationId").equals(correlation)) {
                for (JsonNode operation : all(deployment.path("id").asText() + "/operations")) {
                    String target =
                            operation.at("/properties/targetResource/id").asText();
                    if (!target.toLowerCase(Locale.ROOT).contains("microsoft.resources/deployments")) {
                        resources.add(target);
                    }
                }
            }
        }
        return resources;
    }

    private static List<String> ids(JsonNode resources) {
        List<String> ids = new ArrayList<>();
        resources.forEach(resource -> ids.add(resource.path("id").asText()));
        return ids;
    }
}
