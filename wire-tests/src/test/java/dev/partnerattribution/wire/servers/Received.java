package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.wire.UserAgents;

/** Assertions on what Azure Resource Manager received of a deployed program. */
final class Received {
    private Received() {}

    /** The program created this group, and each of its requests had the tracking ID once. */
    static void assertStamped(LoopbackArm arm, String group) {
        assertThat(arm.requests().methods("PUT").at("/resourcegroups/" + group)).hasSize(1);
        UserAgents.assertStamped(arm.requests());
    }
}
