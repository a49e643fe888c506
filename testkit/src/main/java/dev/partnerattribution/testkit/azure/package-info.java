/**
 * What clients of the Azure SDK for Java are handed to deploy to a {@link
 * dev.partnerattribution.testkit.LoopbackArm}. Needs azure-core-management, which whoever has such clients has already;
 * nothing outside of this package does.
 */
@NullMarked
package dev.partnerattribution.testkit.azure;

import org.jspecify.annotations.NullMarked;
