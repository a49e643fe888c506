package dev.partnerattribution.wire.program;

import dev.partnerattribution.PartnerAttribution;

/** An annotated {@link SmallProgram} that was compiled without the processor. */
@PartnerAttribution(guid = "7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63")
public final class DeployProgram {
    private DeployProgram() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        SmallProgram.main(arguments);
    }
}
