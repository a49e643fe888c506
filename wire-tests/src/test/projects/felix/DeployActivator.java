package com.contoso.bundle;

import dev.partnerattribution.wire.program.GroupProgram;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Deploys when its bundle is started, and then stops the framework. */
public final class DeployActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) throws BundleException {
        System.out.println(
                GroupProgram.created(context.getProperty("contoso.endpoint"), context.getProperty("contoso.group")));
        context.getBundle(0).stop();
    }

    @Override
    public void stop(BundleContext context) {}
}
