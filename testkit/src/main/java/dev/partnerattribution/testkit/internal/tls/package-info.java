/** A certificate for host names on this machine, and what makes clients trust it and find them. */
@NullMarked
package dev.partnerattribution.testkit.internal.tls;

import org.jspecify.annotations.NullMarked;
