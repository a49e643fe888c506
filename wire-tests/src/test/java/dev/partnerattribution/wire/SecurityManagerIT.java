package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.program.ForbiddenProgram;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs whose security manager keeps everybody from the environment, the agent too. JDK 24 has none any more. */
class SecurityManagerIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @Test
    void what_may_not_be_read_turns_attribution_off_and_the_program_runs_on() {
        assumeThat(Jdks.running().version()).as("the JDK of the build").isLessThan(24);
        LoopbackArm arm = extension.arm();
        JavaProgram program = JavaProgram.mainClass(ForbiddenProgram.class.getName())
                .classPath(List.of(Jars.PROGRAMS))
                .jvmArguments(arm.jvmArguments())
                .systemProperty("java.security.manager", "allow")
                .arguments(arm.endpoint() + "subscriptions");

        ProgramResult result = Way.AGENT.equip(program).run().orFail();

        assertThat(result.stdout().lines()).containsExactly("200", "7");
        assertThat(Said.by(result)).singleElement().asString().contains("off: ", "no environment");
        UserAgents.assertNotStamped(arm.requests());
    }
}
