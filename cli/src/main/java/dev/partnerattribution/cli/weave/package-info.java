/** {@code weave}: builds attribution into a program. */
@org.jspecify.annotations.NullMarked
package dev.partnerattribution.cli.weave;
