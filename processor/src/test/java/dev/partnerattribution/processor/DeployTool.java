package dev.partnerattribution.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.ProgramResult;
import java.nio.file.Path;

/** An annotated program that prints the tracking ID in effect for it. */
final class DeployTool {
    /** What it prints when its configuration was generated, and found when it runs. */
    static final String FOUND = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    private DeployTool() {}

    static Project in(Path directory) {
        return new Project(directory)
                .source(
                        "com/contoso/DeployTool.java",
                        """
                package com.contoso;

                import dev.partnerattribution.Attribution;
                import dev.partnerattribution.PartnerAttribution;
                import java.util.Collections;

                @PartnerAttribution(guid = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73", partner = "Contoso")
                public final class DeployTool {
                    private DeployTool() {}

                    public static void main(String[] arguments) {
                        ClassLoader loader = DeployTool.class.getClassLoader();
                        System.out.println(Attribution.effective(Collections.singletonList(loader)).trackingId());
                    }
                }
                """);
    }

    /** What it prints, provided that nobody complains. */
    static String run(JavaProgram program) {
        ProgramResult result = program.run().orFail();
        assertThat(result.stderr()).isEmpty();
        return result.stdout().strip();
    }
}
