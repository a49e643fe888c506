/** What weaving does to public jars, and how long it takes. */
package dev.partnerattribution.benchmarks.weave;
