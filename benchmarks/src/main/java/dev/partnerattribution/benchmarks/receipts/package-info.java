/** What it costs to count receipts: the command line's report, beside engines that read the same JSON. */
package dev.partnerattribution.benchmarks.receipts;
