package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.program.ReplacedProperties;
import dev.partnerattribution.wire.program.ReplacedProperties.By;
import dev.partnerattribution.wire.program.SmallProgram.Policies;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that replace their system properties: neither an opt-out nor an option is lost by that, whoever gave it how. */
class ReplacedPropertiesIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    private LoopbackArm arm;

    @BeforeEach
    void start(LoopbackArm running) {
        arm = running;
    }

    private JavaProgram program(By by, Way way) {
        return JavaProgram.mainClass(ReplacedProperties.class.getName())
                .classPath(way.classPath(Jars.withPrograms(SmallRun.AZURE_CORE)))
                .jvmArguments(arm.jvmArguments())
                .jvmArguments(Brief.JVM)
                .arguments(by.name(), "http://management.azure.com:" + arm.port() + "/", Policies.AS_USUAL.name());
    }

    @ParameterizedTest
    @EnumSource
    void the_agents_options_stay_in_effect(By by) {
        SmallRun.assertStamped(arm, program(by, Way.AGENT).agent(Jars.AGENT, "guid=" + Way.GUID));
    }

    @ParameterizedTest
    @EnumSource
    void an_opt_out_among_the_agents_options_stays_in_effect_also_for_the_runtime_jar(By by) {
        SmallRun.assertUnstamped(
                arm,
                program(by, Way.BOTH)
                        .agent(Jars.AGENT, "opt-out=true")
                        .environment("PARTNER_ATTRIBUTION_GUID", Way.GUID));
    }

    @ParameterizedTest
    @EnumSource(names = {"FEW", "FAILING"})
    void an_opt_out_by_system_property_stays_in_effect(By by) {
        SmallRun.assertUnstamped(
                arm,
                program(by, Way.AGENT)
                        .agent(Jars.AGENT, "")
                        .environment("PARTNER_ATTRIBUTION_GUID", Way.GUID)
                        .systemProperty("partner.attribution.opt-out", "true"));
    }

    /** It has nobody who was there before the program, but the JVM knows how it was started. */
    @Test
    void an_opt_out_by_system_property_stays_in_effect_without_an_agent() {
        for (Jdk jdk : Jdks.installed()) {
            SmallRun.assertUnstamped(
                    arm,
                    program(By.FEW, Way.RUNTIME_JAR)
                            .jdk(jdk)
                            .systemProperty("partner.attribution.opt-out", "true")
                            .environment("PARTNER_ATTRIBUTION_GUID", Way.GUID));
            arm.reset();
        }
    }

    @Test
    void the_runtime_jar_leaves_receipts_to_the_agent_as_before() {
        ProgramResult result =
                SmallRun.toItsEnd(arm, program(By.NULL, Way.BOTH).agent(Jars.AGENT, "summary,guid=" + Way.GUID));

        assertThat(Said.by(result))
                .filteredOn(line -> line.contains("requests to Azure Resource Manager seen by our routes: "))
                .isEqualTo(List.of(Said.PREFIX
                        + "requests to Azure Resource Manager seen by our routes: 2, 0 of them writes; 2 with the tracking"
                        + " ID, 0 without"));
    }
}
