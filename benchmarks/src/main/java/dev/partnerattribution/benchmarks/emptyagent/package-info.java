/** Agents that do nothing: what {@code -javaagent} itself costs, and what it costs to be shown the classes. */
package dev.partnerattribution.benchmarks.emptyagent;
