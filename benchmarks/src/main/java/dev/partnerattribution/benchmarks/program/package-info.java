/** The programs whose start is measured. They know nothing of attribution. */
package dev.partnerattribution.benchmarks.program;
