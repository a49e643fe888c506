package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.wire.program.ProgramWithoutAzure;
import dev.partnerattribution.wire.program.SmallProgram;
import dev.partnerattribution.wire.program.SmallProgram.Policies;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An Azure Stack Hub of which nobody said that it is Azure Resource Manager: who asks is told, and nobody else. */
class UnknownArmHostIT {
    private static final String HOST = "management.local.azurestack.example";
    private static final String NAMED =
            Said.PREFIX + "\"" + HOST + "\" is asked for /subscriptions as Azure Resource Manager"
                    + " is, but is not known to be one, so that no tracking ID is sent there: if it is one, add it to the option"
                    + " arm-hosts";
    private static final String NONE = Said.PREFIX
            + "requests to Azure Resource Manager seen by our routes: 0, 0 of them writes; 0 with the tracking ID, 0 without";

    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(HOST));

    private static JavaProgram program(Way way, String path) {
        LoopbackArm arm = extension.arm();
        return way.equip(
                JavaProgram.mainClass(SmallProgram.class.getName())
                        .jvmArguments(arm.jvmArguments())
                        .jvmArguments(Brief.JVM)
                        .arguments("http://" + HOST + ":" + arm.port() + path, Policies.AS_USUAL.name()),
                Jars.withPrograms(SmallRun.AZURE_CORE));
    }

    @ParameterizedTest
    @EnumSource
    void a_summary_says_that_there_was_no_request_and_which_host_it_may_be(Way way) {
        SmallRun.assertUnstamped(
                extension.arm(),
                program(way, "/subscriptions/").systemProperty("partner.attribution.summary", "true"),
                NAMED,
                NONE);
    }

    @ParameterizedTest
    @EnumSource
    void a_verbose_run_names_it(Way way) {
        List<String> said = Said.by(SmallRun.toItsEnd(
                extension.arm(), program(way, "/subscriptions/").environment("PARTNER_ATTRIBUTION_VERBOSE", "true")));

        assertThat(said).containsOnlyOnce(NAMED);
        UserAgents.assertNotStamped(extension.arm().requests());
    }

    @Test
    void nothing_is_said_where_nothing_is_asked() {
        SmallRun.assertUnstamped(extension.arm(), program(Way.BOTH, "/subscriptions/"));
    }

    @Test
    void a_host_that_is_asked_for_something_else_is_not_named() {
        SmallRun.assertUnstamped(
                extension.arm(),
                program(Way.AGENT, "/health/").environment("PARTNER_ATTRIBUTION_SUMMARY", "true"),
                NONE);
    }

    @Test
    void the_summary_of_a_program_that_sends_nothing_at_all_says_so() {
        assertThat(JavaProgram.mainClass(ProgramWithoutAzure.class.getName())
                        .classPath(List.of(Jars.PROGRAMS))
                        .jvmArguments(Brief.JVM)
                        .agent(Jars.AGENT, "summary,guid=" + Way.GUID)
                        .run()
                        .orFail()
                        .stderr()
                        .lines())
                .containsExactly(NONE);
    }
}
