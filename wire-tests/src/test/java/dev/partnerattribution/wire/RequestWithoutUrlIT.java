package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.program.SmallProgram.Policies;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mistake of the program in one request, which makes our own code fail: it costs no other request its tracking ID. */
class RequestWithoutUrlIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"AGENT", "RUNTIME_JAR"})
    void those_after_it_are_stamped_by_old_pipelines_and_new_ones(Way way) {
        LoopbackArm arm = extension.arm();
        JavaProgram program = SmallRun.of(
                        arm, Jars.withPrograms(way.classPath(SmallRun.AZURE_CORE)), Policies.BAD_REQUEST_FIRST)
                .environment("PARTNER_ATTRIBUTION_ROUTES", "azure-core"); // the requests leave by another one

        ProgramResult result = SmallRun.toItsEnd(arm, way.equip(program));

        UserAgents.assertStamped(arm.requests());
        assertThat(Said.by(result))
                .singleElement()
                .asString()
                .startsWith(Said.PREFIX
                        + "a request by azure-core goes out without the tracking ID: java.lang.NullPointerException");
    }
}
