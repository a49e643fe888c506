package dev.partnerattribution.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.cli.verify.Deployments.Deployment;
import dev.partnerattribution.cli.verify.Deployments.Operation;
import dev.partnerattribution.cli.verify.Evidence.Attributed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The cases that a well-behaved server does not have. */
class TraceTest {
    private static final Scope GROUP = Scope.resourceGroup("sub", "rg");
    private static final String THINGS = "/subscriptions/sub/resourceGroups/rg/providers/Contoso.Things/disks/";

    private static final String PID = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    private final Remembered azure = new Remembered();

    @Test
    void ids_and_correlations_are_the_same_in_any_case() {
        azure.deployed(GROUP, "pid-x", "ABC");
        azure.deployed(
                Scope.resourceGroup("SUB", "RG"),
                "main",
                "abc",
                THINGS + "one",
                THINGS.toUpperCase(Locale.ROOT) + "ONE");

        assertThat(Trace.of(azure, GROUP, "pid-x").resources())
                .singleElement()
                .extracting(Attributed::id, Attributed::listedByScript)
                .containsExactly(THINGS + "one", true);
    }

    @Test
    void steps_without_a_resource_are_passed_over() {
        azure.deployed(GROUP, "pid-x", "abc", (String) null);

        assertThat(Trace.of(azure, GROUP, "pid-x").resources()).isEmpty();
    }

    /** Microsoft's pattern takes them for deployments. */
    @Test
    void deployment_scripts_are_resources_though_microsofts_script_does_not_list_them() {
        String script = "/subscriptions/sub/resourceGroups/rg/providers/Microsoft.Resources/deploymentScripts/s";
        azure.deployed(GROUP, "pid-x", "abc", script);

        assertThat(Trace.of(azure, GROUP, "pid-x").resources())
                .singleElement()
                .extracting(Attributed::id, Attributed::listedByScript)
                .containsExactly(script, false);
    }

    @Test
    void a_resource_that_the_script_finds_elsewhere_too_counts_as_found_by_it() {
        Scope other = Scope.resourceGroup("sub", "other");
        azure.deployed(GROUP, "pid-x", "abc", other.deploymentId("inner"), THINGS + "one");
        azure.deployed(other, "inner", "abc", THINGS + "one", THINGS + "two");

        assertThat(Trace.of(azure, GROUP, "pid-x").resources())
                .extracting(Attributed::listedByScript)
                .containsExactly(true, false);
    }

    @Test
    void another_run_under_the_same_name_elsewhere_is_not_taken_for_ours() {
        Scope other = Scope.resourceGroup("sub", "other");
        azure.deployed(GROUP, "pid-x", "abc", other.deploymentId("inner"));
        azure.deployed(other, "inner", "of a later run", THINGS + "two");

        Evidence evidence = Trace.of(azure, GROUP, "pid-x");

        assertThat(evidence.resources()).isEmpty();
        assertThat(evidence.unread()).singleElement().asString().contains("it was replaced or removed since");
    }

    @Test
    void deployments_that_name_each_other_come_to_an_end() {
        Scope other = Scope.resourceGroup("sub", "other");
        azure.deployed(GROUP, "pid-x", "abc", other.deploymentId("inner"));
        azure.deployed(other, "inner", "abc", GROUP.deploymentId("pid-x"), other.deploymentId("inner"), THINGS + "one");

        assertThat(Trace.of(azure, GROUP, "pid-x").deployments()).hasSize(2);
    }

    @Test
    void what_was_there_before_or_did_not_succeed_is_not_attributed() {
        azure.deployed(
                GROUP,
                PID,
                "abc",
                List.of(
                        new Operation(THINGS + "read", "Contoso.Things/disks", "Read", "Succeeded"),
                        new Operation(THINGS + "called", "Contoso.Things/disks", "Action", "Succeeded"),
                        new Operation(THINGS + "removed", "Contoso.Things/disks", "Delete", "Succeeded"),
                        new Operation(THINGS + "refused", "Contoso.Things/disks", "Create", "Failed"),
                        new Operation(THINGS + "made", "Contoso.Things/disks", "Create", "Failed"),
                        new Operation(
                                GROUP.deploymentId("never"), "Microsoft.Resources/deployments", "Create", "Failed")));
        azure.deployed(GROUP, "main", "abc", THINGS + "made");

        Evidence evidence = Trace.of(azure, GROUP, PID);

        assertThat(evidence.resources())
                .extracting(Attributed::id, Attributed::isMade)
                .containsExactly(tuple(THINGS + "refused", false), tuple(THINGS + "made", true));
        assertThat(evidence.attributed()).isEqualTo(1);
        assertThat(evidence.unread()).isEmpty();
    }

    @Test
    void a_nested_deployment_of_the_same_scope_that_was_replaced_is_told() {
        azure.deployed(GROUP, "pid-x", "abc");
        azure.deployed(GROUP, "main", "abc", GROUP.deploymentId("network"), THINGS + "one");
        azure.deployed(GROUP, "network", "of a later run", THINGS + "two");

        Evidence evidence = Trace.of(azure, GROUP, "pid-x");

        assertThat(evidence.resources()).extracting(Attributed::id).containsExactly(THINGS + "one");
        assertThat(evidence.unread())
                .containsExactly(GROUP.deploymentId("network") + ": it was replaced or removed since; deploy again and"
                        + " verify");
    }

    @Test
    void a_suffix_may_be_left_out_and_no_other_id_is_taken_for_it() {
        azure.deployed(GROUP, PID + "-partnercenter", "abc", THINGS + "one");
        azure.deployed(GROUP, "main-network", "abc");

        assertMissing(PID);
        assertMissing("main");

        azure.deployed(GROUP, PID.toUpperCase(Locale.ROOT) + "-germanywestcentral", "def", THINGS + "two");

        Evidence evidence = Trace.of(azure, GROUP, PID);
        assertThat(evidence.resources()).extracting(Attributed::id).containsExactly(THINGS + "two");
        assertThat(evidence.attributed()).isEqualTo(1);

        azure.deployed(GROUP, PID + "-hub-westeurope", "ghi");

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> Trace.of(azure, GROUP, PID))
                .withMessageContaining("name one of PID-")
                .withMessageContaining(PID + "-hub-westeurope");
    }

    private void assertMissing(String name) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> Trace.of(azure, GROUP, name))
                .withMessageContaining("there is no deployment " + name);
    }

    @Test
    void other_ids_of_the_run_are_told_once() {
        String other = "pid-1d0a3c55-9b7e-4c86-8f21-64e07b5a9d3f";
        Scope elsewhere = Scope.resourceGroup("sub", "other");
        azure.deployed(GROUP, PID, "abc", elsewhere.deploymentId(other));
        azure.deployed(GROUP, other, "abc");
        azure.deployed(elsewhere, other, "abc");

        assertThat(Trace.of(azure, GROUP, PID).otherIds()).containsExactly(other);
    }

    @Test
    void no_correlation_at_all_is_as_good_as_an_empty_one() {
        azure.deployed(GROUP, "pid-x", null);

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> Trace.of(azure, GROUP, "pid-x"))
                .withMessageContaining("no correlation ID");
    }

    private static final class Remembered implements Deployments {
        private final Map<Deployment, List<Operation>> all = new LinkedHashMap<>();

        void deployed(Scope scope, String name, @Nullable String correlation, @Nullable String... targets) {
            List<Operation> operations = new ArrayList<>();
            for (String target : targets) {
                operations.add(new Operation(target, "Contoso.Things/disks", "Create", "Succeeded"));
            }
            deployed(scope, name, correlation, operations);
        }

        void deployed(Scope scope, String name, @Nullable String correlation, List<Operation> operations) {
            all.put(new Deployment(scope.deploymentId(name), name, correlation, "Succeeded"), operations);
        }

        @Override
        public Optional<Deployment> find(Scope scope, String name) {
            return all.keySet().stream()
                    .filter(deployment -> deployment.id().equals(scope.deploymentId(name)))
                    .findFirst();
        }

        @Override
        public List<Deployment> at(Scope scope) {
            return all.keySet().stream()
                    .filter(deployment ->
                            Scope.ofDeployment(deployment.id()).id().equalsIgnoreCase(scope.id()))
                    .toList();
        }

        @Override
        public List<Operation> operations(Deployment deployment) {
            return all.getOrDefault(deployment, List.of());
        }
    }
}
