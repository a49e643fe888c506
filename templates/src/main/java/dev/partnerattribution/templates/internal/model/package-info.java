/** Says what a file deploys, whichever language it is written in. */
@NullMarked
package dev.partnerattribution.templates.internal.model;

import org.jspecify.annotations.NullMarked;
