/** Finds input files, and says what part each plays. */
@NullMarked
package dev.partnerattribution.templates.internal.files;

import org.jspecify.annotations.NullMarked;
