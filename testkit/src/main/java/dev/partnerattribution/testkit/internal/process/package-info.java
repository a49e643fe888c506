/** Starts programs and reads what they print. */
@NullMarked
package dev.partnerattribution.testkit.internal.process;

import org.jspecify.annotations.NullMarked;
