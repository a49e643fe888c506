/** Holds the rules that a check goes by. */
@NullMarked
package dev.partnerattribution.templates.internal.rules;

import org.jspecify.annotations.NullMarked;
