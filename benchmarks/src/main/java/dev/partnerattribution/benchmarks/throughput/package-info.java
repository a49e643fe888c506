/** How many requests a second programs send with agents and without. */
package dev.partnerattribution.benchmarks.throughput;
