/**
 * Zip files copied entry by entry, each as the bytes that it is on disk: its header, extra fields, compressed content and data
 * descriptor. Libraries write these anew from what they have understood of them, which is why none is used here.
 */
@NullMarked
package dev.partnerattribution.weave.zip;

import org.jspecify.annotations.NullMarked;
