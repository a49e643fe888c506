/** Works out what a deployment is named, and whose ID that is. */
@NullMarked
package dev.partnerattribution.templates.internal.evaluation;

import org.jspecify.annotations.NullMarked;
