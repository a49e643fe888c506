package com.contoso;

import dev.partnerattribution.wire.program.GroupProgram;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Deploys when it is started. */
@QuarkusMain
public final class DeployApplication implements QuarkusApplication {
    @Override
    public int run(String... args) {
        System.out.println(GroupProgram.created(args[0], args[1]));
        return 0;
    }
}
