/** Reads JSON and Bicep, and keeps where everything stands. */
@NullMarked
package dev.partnerattribution.templates.internal.reading;

import org.jspecify.annotations.NullMarked;
