/**
 * What is known of Azure Resource Manager itself: resources, deployments, operations. {@link
 * dev.partnerattribution.testkit.internal.arm.ArmApi} answers all of it.
 */
@NullMarked
package dev.partnerattribution.testkit.internal.arm;

import org.jspecify.annotations.NullMarked;
