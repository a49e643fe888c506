package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the server of RealClientTest")
class RealClientTest {

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @Test
    void an_account_is_created_and_its_group_deleted_in_long_running_operations(LoopbackArm arm) {
        ProgramResult result = run(arm, "account");

        assertThat(result.stdout().lines())
                .containsExactly(
                        "group " + group("rg-real") + " Succeeded",
                        "free true",
                        "account " + group("rg-real") + "/providers/Microsoft.Storage/storageAccounts/realaccount"
                                + " Succeeded",
                        "keys 2",
                        "left false");
        assertThat(arm.requests().at("/operationresults/")).hasSize(4);
        assertThat(arm.requests().toHost("management.azure.com")).isEqualTo(arm.requests());
        assertThat(arm.requests().userAgents()).allMatch(agent -> agent.contains("azsdk-java"));
        assertThat(arm.requests().writes().matching(request -> !request.method().equals("POST")))
                .extracting(RecordedRequest::method)
                .containsExactly("PUT", "PUT", "DELETE");
    }

    @Test
    void a_template_is_deployed_with_a_nested_one_that_shares_its_correlation(LoopbackArm arm) {
        List<String> lines = run(arm, "template").stdout().lines().toList();

        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).startsWith("deployment Succeeded ");
        assertThat(lines.subList(2, 5))
                .containsExactly(
                        "operation Microsoft.Storage/storageAccounts realaccount",
                        "operation Microsoft.Storage/storageAccounts/blobServices default",
                        "operation Microsoft.Resources/deployments inner");
        assertThat(lines.get(5)).isEqualTo(lines.get(1).replace("deployment", "nested"));
        assertThat(arm.requests().at("/operationstatuses/")).isNotEmpty();
    }

    @Test
    void pages_are_followed(LoopbackArm arm) {
        arm.pageSize(2);

        assertThat(run(arm, "pages").stdout().lines()).containsExactly("groups 5", "subscriptions 1");
        assertThat(arm.requests().matching(request -> request.query().contains("skiptoken")))
                .hasSize(2);
    }

    @Test
    void a_token_is_fetched_anew_a_missing_provider_registered_and_polls_go_to_a_regional_host(LoopbackArm arm) {
        String region = "westeurope.management.azure.com";
        arm.putting(
                "Microsoft.Network/virtualNetworks",
                LongRunning.asyncOperation().polls(0).pollsAt(region));
        arm.unregister("Microsoft.Network");
        arm.next(1).at("/virtualNetworks/").answer(Fault.claimsChallenge("{\"access_token\":{}}"));

        assertThat(run(arm, "network").stdout()).contains("network " + group("rg-real"));
        assertThat(arm.requests().methods("PUT").at("/virtualNetworks/"))
                .extracting(RecordedRequest::status)
                .containsExactly(401, 409, 201);
        assertThat(arm.requests().at("/providers/Microsoft.Network/register")).hasSize(1);
        assertThat(arm.requests().toHost(region).at("/operationstatuses/")).hasSize(1);
    }

    @Test
    void faults_are_survived_by_trying_again(LoopbackArm arm) {
        arm.next(1).answer(Fault.serviceUnavailable());
        arm.next(1).answer(Fault.tooManyRequests(1));
        arm.next(1).answer(Fault.connectionCut());
        arm.next(1).answer(Fault.connectionCutMidway());

        assertThat(run(arm, "group").stdout()).contains("group " + group("rg-real"));
        assertThat(arm.requests()).extracting(RecordedRequest::status).startsWith(503, 429, 0);
        assertThat(arm.requests().methods("PUT").answered(201)).hasSize(1);
    }

    private static ProgramResult run(LoopbackArm arm, String scenario) {
        return JavaProgram.mainClass(AzureProgram.class.getName())
                .classPath(JavaProgram.currentClassPath())
                .jvmArguments(arm.jvmArguments())
                // Half the time of such short programs goes into compiling them well.
                .jvmArguments("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .arguments(arm.endpoint().toString(), scenario)
                .timeLimit(Duration.ofMinutes(2))
                .run()
                .orFail();
    }

    private static String group(String name) {
        return "/subscriptions/" + LoopbackArm.SUBSCRIPTION_ID + "/resourceGroups/" + name;
    }
}
