/** Reads files of receipts, by all processors, block by block. */
package dev.partnerattribution.cli.report.reading;
