/** Writes reports. */
@NullMarked
package dev.partnerattribution.templates.internal.output;

import org.jspecify.annotations.NullMarked;
