/** What attribution costs a program, measured beside its peers: see {@code benchmarks/README.md}. */
package dev.partnerattribution.benchmarks;
