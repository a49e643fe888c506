/** What the annotation processor costs a compilation: whole processes, in rounds. */
package dev.partnerattribution.benchmarks.compile;
