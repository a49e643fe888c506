package dev.partnerattribution.testkit;

import dev.partnerattribution.testkit.internal.tls.ThisJvm;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Declares {@code localhost} an ARM host, in the system property {@code partner.attribution.arm-hosts}, before the first
 * test of a JVM: JUnit finds it in the jar by itself.
 *
 * <p>What attribution there is, is decided once in a JVM, when the first Azure client is made. Were {@code localhost}
 * declared only when a test class with an {@link ArmExtension} begins, it would depend on the order of test classes
 * whether that is in time.
 */
public final class ArmHostsDeclaration implements LauncherSessionListener {

    /** For JUnit. */
    public ArmHostsDeclaration() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        ThisJvm.declareLocalhost();
    }
}
