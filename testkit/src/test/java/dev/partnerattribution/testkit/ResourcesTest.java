package dev.partnerattribution.testkit;

import static dev.partnerattribution.testkit.ArmClient.GROUP;
import static dev.partnerattribution.testkit.ArmClient.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partnerattribution.testkit.ArmClient.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ResourcesTest {

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    private static final String DISK = GROUP + "/providers/Contoso.Things/disks/d1";

    @ParameterizedTest
    @CsvSource({
        "/providers/Contoso.Things/disks/d1, Contoso.Things/disks",
        "/providers/Contoso.Things/disks/d1/parts/p1, Contoso.Things/disks/parts",
        "/providers/Contoso.Things/disks/d1/parts/p1/bits/b1, Contoso.Things/disks/parts/bits",
        "/providers/Contoso.Things/disks/d1/providers/Microsoft.Authorization/locks/l1, Microsoft.Authorization/locks",
    })
    void a_resource_of_any_type_is_kept_at_any_depth(String tail, String type) {
        ArmClient client = new ArmClient(extension.arm()).withGroup();
        String path = GROUP + tail;

        Response made = client.put(path + "?api-version=1", "{\"location\":\"x\",\"properties\":{\"size\":1}}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/id")).isEqualTo(path);
        assertThat(made.at("/type")).isEqualTo(type);
        assertThat(made.at("/name")).isEqualTo(path.substring(path.lastIndexOf('/') + 1));
        assertThat(made.at("/properties/provisioningState")).isEqualTo("Succeeded");
        assertThat(client.get(path).json()).isEqualTo(made.json());
        assertThat(client.send("HEAD", path, "").status()).isEqualTo(204);
        assertThat(client.put(path, "{\"location\":\"y\"}").status()).isEqualTo(200);
        assertThat(client.delete(path).status()).isEqualTo(200);
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.send("HEAD", path, "").status()).isEqualTo(404);
        assertThat(client.get(path).at("/error/code")).isEqualTo("ResourceNotFound");
    }

    @Test
    void resources_stand_at_subscriptions_management_groups_and_the_tenant_too(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm);
        for (String scope : List.of(SUBSCRIPTION, "/providers/Microsoft.Management/managementGroups/mg", "")) {
            String path = scope + "/providers/Microsoft.Authorization/roleAssignments/r1";

            assertThat(client.put(path, "{}").at("/id")).isEqualTo(path);
            assertThat(client.get(path).status()).isEqualTo(200);
        }
    }

    @Test
    void names_are_the_same_in_any_case(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm).withGroup();
        client.put(DISK, "{}");

        assertThat(client.get(DISK.replace("resourceGroups/rg", "resourcegroups/RG")
                                .replace("disks", "DISKS"))
                        .at("/id"))
                .isEqualTo(DISK);
    }

    @Test
    void a_patch_changes_only_what_it_names(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm).withGroup();
        client.put(DISK, "{\"tags\":{\"a\":\"1\"},\"properties\":{\"size\":1,\"kind\":\"x\"}}");

        Response patched = client.send("PATCH", DISK, "{\"tags\":{\"b\":\"2\"},\"properties\":{\"size\":2}}");
        assertThat(patched.json().at("/tags").toString()).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
        assertThat(patched.json().at("/properties/size").intValue()).isEqualTo(2);
        assertThat(client.get(DISK).at("/properties/kind")).isEqualTo("x");
        assertThat(client.send("PATCH", DISK + "9", "{}").status()).isEqualTo(404);
    }

    @Test
    void resources_are_listed_by_type_and_by_group(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm).withGroup();
        client.put(GROUP + "2", "{}");
        client.put(DISK, "{}");
        client.put(DISK + "/parts/p1", "{}");
        client.put(DISK.replace("/rg/", "/rg2/"), "{}");

        assertThat(names(client.get(GROUP + "/providers/Contoso.Things/disks"))).containsExactly("d1");
        assertThat(names(client.get(SUBSCRIPTION + "/providers/Contoso.Things/disks")))
                .containsExactly("d1", "d1");
        assertThat(names(client.get(DISK + "/parts"))).containsExactly("p1");
        assertThat(names(client.get(GROUP + "/resources"))).containsExactly("d1");
        assertThat(names(client.get(SUBSCRIPTION + "/resources"))).hasSize(2);
        assertThat(names(client.get(SUBSCRIPTION + "/resourcegroups"))).containsExactly("rg", "rg2");
        assertThat(client.post(GROUP + "/exportTemplate", "{}").json().at("/template/resources"))
                .hasSize(1);
    }

    @Test
    void a_list_comes_in_pages(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm);
        arm.pageSize(2);
        for (int i = 1; i <= 5; i++) {
            client.put(GROUP + i, "{}");
        }

        List<String> sizes = new ArrayList<>();
        List<String> all = new ArrayList<>();
        String next = SUBSCRIPTION + "/resourcegroups?api-version=1&$filter=a%20b";
        while (!next.isEmpty()) {
            Response page = client.get(next.replace("$", "%24"));
            sizes.add(Integer.toString(page.json().at("/value").size()));
            all.addAll(names(page));
            next = page.at("/nextLink");
            assertThat(next).matches("|https://localhost:\\d+/.*api-version=1&%24filter=a%20b&%24skiptoken=\\d");
        }
        assertThat(sizes).containsExactly("2", "2", "1");
        assertThat(all).containsExactly("rg1", "rg2", "rg3", "rg4", "rg5");
        assertThatIllegalArgumentException().isThrownBy(() -> arm.pageSize(0));
    }

    @Test
    void what_belongs_to_a_missing_group_is_refused(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm);

        assertThat(client.put(DISK, "{}").at("/error/code")).isEqualTo("ResourceGroupNotFound");
        assertThat(client.get(GROUP).at("/error/code")).isEqualTo("ResourceGroupNotFound");
        assertThat(client.send("HEAD", GROUP, "").status()).isEqualTo(404);
    }

    @Test
    void actions_are_answered(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm).withGroup();
        client.put(DISK, "{}");

        assertThat(client.post(DISK + "/listKeys", "").json().at("/keys")).hasSize(2);
        assertThat(client.post(DISK + "/restart", "").status()).isEqualTo(200);
        assertThat(client.post(DISK + "9/restart", "").status()).isEqualTo(404);
        assertThat(client.post(SUBSCRIPTION + "/providers/Microsoft.Storage/checkNameAvailability", "{}")
                        .at("/nameAvailable"))
                .isEqualTo("true");
    }

    @Test
    void what_is_no_json_object_or_no_known_method_is_refused(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm).withGroup();

        for (String body : List.of("{", "[]", "1", "null", "[".repeat(100_000))) {
            Response refused = client.put(DISK, body);
            assertThat(refused.status()).as(body.substring(0, 1)).isEqualTo(400);
            assertThat(refused.at("/error/code")).isEqualTo("InvalidRequestContent");
        }
        assertThat(client.send("FROB", DISK, "").status()).isEqualTo(405);
        assertThat(client.get("/").status()).isEqualTo(404);
        assertThat(client.get("/nowhere/at/all").status()).isEqualTo(404);
    }

    @Test
    void there_are_a_subscription_a_tenant_and_regions(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm);

        assertThat(client.get("/subscriptions").at("/value/0/subscriptionId")).isEqualTo(LoopbackArm.SUBSCRIPTION_ID);
        assertThat(client.get("/subscriptions/other").at("/subscriptionId")).isEqualTo("other");
        assertThat(client.get("/tenants").at("/value/0/tenantId")).isEqualTo(LoopbackArm.TENANT_ID);
        assertThat(names(client.get(SUBSCRIPTION + "/locations"))).contains("westeurope", "eastus");
    }

    @Test
    void a_provider_must_be_registered_once_it_is_not(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm).withGroup();
        String provider = SUBSCRIPTION + "/providers/contoso.Things";
        assertThat(client.get(provider).at("/registrationState")).isEqualTo("Registered");
        arm.unregister("Contoso.Things");

        assertThat(client.get(provider).at("/registrationState")).isEqualTo("NotRegistered");
        Response refused = client.put(DISK, "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/error/code")).isEqualTo("MissingSubscriptionRegistration");
        assertThat(client.post(provider + "/register", "").at("/registrationState"))
                .isEqualTo("Registering");
        assertThat(client.get(provider).at("/registrationState")).isEqualTo("Registered");
        assertThat(client.put(DISK, "{}").status()).isEqualTo(201);
        assertThat(client.post(provider + "/unregister", "").at("/registrationState"))
                .isEqualTo("NotRegistered");
        assertThat(client.put(DISK, "{}").status()).isEqualTo(409);
        assertThatIllegalArgumentException().isThrownBy(() -> arm.unregister("Contoso.Things/disks"));
    }

    @Test
    void known_providers_are_listed_with_their_types(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm);

        assertThat(client.get(SUBSCRIPTION + "/providers").json().at("/value")).hasSizeGreaterThan(5);
        assertThat(client.get(SUBSCRIPTION + "/providers/microsoft.storage").at("/resourceTypes/0/resourceType"))
                .isEqualTo("storageAccounts");
    }

    private static List<String> names(Response list) {
        List<String> names = new ArrayList<>();
        for (JsonNode value : list.json().at("/value")) {
            names.add(value.path("name").asText());
        }
        return names;
    }
}
