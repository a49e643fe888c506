/**
 * Programs as they lie in archives and folders: where their class files are, where what is woven goes, and how it is written so
 * that everything else stays as it was.
 */
@NullMarked
package dev.partnerattribution.weave.archive;

import org.jspecify.annotations.NullMarked;
