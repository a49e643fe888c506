/** An agent that does nothing: what {@code -javaagent} itself costs. */
package dev.partnerattribution.benchmarks.emptyagent;
