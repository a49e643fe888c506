/** What many receipts say together, in memory that their number has no part in; and the counts of parts, which add up. */
package dev.partnerattribution.cli.report.statistics;
