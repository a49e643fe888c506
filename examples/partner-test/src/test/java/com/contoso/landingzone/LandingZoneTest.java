package com.contoso.landingzone;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.azure.AzureAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LandingZoneTest {
    @RegisterExtension
    static final ArmExtension azure = ArmExtension.forThisJvm();

    @Test
    void every_write_carries_our_tracking_id(LoopbackArm arm) {
        AzureAccess access = AzureAccess.to(arm);

        new LandingZone(access.credential(), access.profile()).deploy("contoso-landing-zone");

        arm.requests().writes().assertAttributedTo("pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73");
    }
}
