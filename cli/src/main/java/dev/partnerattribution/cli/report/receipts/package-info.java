/** What a line of a receipts file says. */
package dev.partnerattribution.cli.report.receipts;
