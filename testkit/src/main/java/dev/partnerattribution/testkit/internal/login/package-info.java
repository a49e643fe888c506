/** The log-in beside Azure Resource Manager, and what programs need to find both. */
@NullMarked
package dev.partnerattribution.testkit.internal.login;

import org.jspecify.annotations.NullMarked;
