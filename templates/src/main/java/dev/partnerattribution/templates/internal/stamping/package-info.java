/** Decides what becomes of a template, and writes it in the file's own style. */
@NullMarked
package dev.partnerattribution.templates.internal.stamping;

import org.jspecify.annotations.NullMarked;
