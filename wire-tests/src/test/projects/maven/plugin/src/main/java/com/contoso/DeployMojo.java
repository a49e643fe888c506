package com.contoso;

import dev.partnerattribution.wire.program.GroupProgram;
import org.apache.maven.plugin.AbstractMojo;

/** Deploys when a build comes by, if it says where. */
public final class DeployMojo extends AbstractMojo {
    private String endpoint;
    private String group;

    @Override
    public void execute() {
        getLog().info(endpoint == null ? "nothing to deploy to" : GroupProgram.created(endpoint, group));
    }
}
