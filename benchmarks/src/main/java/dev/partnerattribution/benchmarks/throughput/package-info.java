/** How many requests a second programs send and answer with agents and without. */
package dev.partnerattribution.benchmarks.throughput;
