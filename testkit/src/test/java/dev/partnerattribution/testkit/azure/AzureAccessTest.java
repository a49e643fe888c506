package dev.partnerattribution.testkit.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.netty.NettyAsyncHttpClientBuilder;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.AzureResourceManager;
import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.LoopbackArm;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Azure clients as their users make them, in this JVM. */
class AzureAccessTest {

    private static final String PID = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.forThisJvm();

    static Stream<Arguments> clients() {
        return Stream.of(
                client("netty", () -> new NettyAsyncHttpClientBuilder().build()),
                client("okhttp", () -> new OkHttpAsyncHttpClientBuilder().build()),
                client("jdk-httpclient", () -> new JdkHttpClientBuilder().build()));
    }

    private static Arguments client(String name, Supplier<HttpClient> client) {
        return Arguments.of(name, client);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void a_client_deploys_and_each_write_without_the_tracking_id_is_told(
            String name, Supplier<HttpClient> http, LoopbackArm arm) {
        deploy(azure(arm, http, (context, next) -> next.process()));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> arm.requests().writes().assertAttributedTo(PID))
                .withMessageStartingWith("3 of 3 requests don't carry " + PID)
                .withMessageContainingAll(
                        "PUT /subscriptions/" + LoopbackArm.SUBSCRIPTION_ID + "/resourcegroups/rg",
                        "User-Agent: azsdk-java-com.azure.resourcemanager.resources/",
                        "for azure-core at dev.partnerattribution.testkit.azure.AzureAccessTest.deploy(");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void a_client_that_sends_it_is_fine(String name, Supplier<HttpClient> http, LoopbackArm arm) {
        deploy(azure(arm, http, (context, next) -> {
            context.getHttpRequest().setHeader(com.azure.core.http.HttpHeaderName.USER_AGENT, "mine/1.0 " + PID);
            return next.process();
        }));

        assertThat(arm.requests().writes().assertAttributedTo(PID)).hasSize(3);
    }

    @Test
    void nothing_but_azure_resource_manager_and_its_log_in_has_an_address(LoopbackArm arm) {
        AzureEnvironment environment = AzureAccess.to(arm).environment();

        assertThat(environment.getResourceManagerEndpoint())
                .isEqualTo(arm.localEndpoint().toString());
        assertThat(environment.getManagementEndpoint())
                .isEqualTo(arm.localEndpoint().toString());
        assertThat(environment.getActiveDirectoryEndpoint()).isEqualTo(arm.localEndpoint() + "adfs/");
        assertThat(environment.getEndpoints().values())
                .filteredOn(address -> address.contains("://") && !address.contains("://localhost:"))
                .isNotEmpty()
                .containsOnly("https://only-azure-resource-manager-is-here.invalid/");
    }

    @Test
    void the_profile_names_the_only_tenant_and_subscription_and_the_token_is_good_for_a_while(LoopbackArm arm) {
        AzureProfile profile = AzureAccess.to(arm).profile();

        assertThat(profile.getTenantId()).isEqualTo(LoopbackArm.TENANT_ID);
        assertThat(profile.getSubscriptionId()).isEqualTo(LoopbackArm.SUBSCRIPTION_ID);
        assertThat(AzureAccess.to(arm)
                        .credential()
                        .getToken(new TokenRequestContext())
                        .block()
                        .isExpired())
                .isFalse();
    }

    private static AzureResourceManager azure(LoopbackArm arm, Supplier<HttpClient> http, HttpPipelinePolicy policy) {
        AzureAccess access = AzureAccess.to(arm);
        return AzureResourceManager.configure()
                .withHttpClient(http.get())
                .withPolicy(policy)
                .authenticate(access.credential(), access.profile())
                .withDefaultSubscription();
    }

    private static void deploy(AzureResourceManager azure) {
        azure.resourceGroups().define("rg").withRegion("westeurope").create();
        azure.networks()
                .define("vnet")
                .withRegion("westeurope")
                .withExistingResourceGroup("rg")
                .withAddressSpace("10.0.0.0/16")
                .create();
        azure.resourceGroups().deleteByName("rg");
    }
}
