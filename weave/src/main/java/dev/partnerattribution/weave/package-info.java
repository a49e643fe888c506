/**
 * Attribution built into the class files of a program before it runs, by the definitions that the agent applies while it runs.
 * What is said here is about class files alone: of the archives that they lie in nothing is known.
 */
@NullMarked
package dev.partnerattribution.weave;

import org.jspecify.annotations.NullMarked;
