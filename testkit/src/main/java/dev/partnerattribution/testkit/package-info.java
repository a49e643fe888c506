/**
 * An Azure Resource Manager on loopback, over HTTPS, that real Azure clients deploy to and that remembers every request
 * as it came over the wire; with a JUnit extension over it, and the means to run a client in a JVM of its own.
 *
 * <p>Start with {@link dev.partnerattribution.testkit.LoopbackArm}, or in a test with
 * {@link dev.partnerattribution.testkit.ArmExtension}. Partners who test their own products read docs/testing.md.
 */
@NullMarked
package dev.partnerattribution.testkit;

import org.jspecify.annotations.NullMarked;
