/**
 * Makes a page of receipts. Three steps, each ignorant of the next: {@link dev.partnerattribution.cli.report.ReceiptFiles} finds
 * files and {@link dev.partnerattribution.cli.report.ReceiptLine} reads their lines; {@link
 * dev.partnerattribution.cli.report.Ledger} counts; {@link dev.partnerattribution.cli.report.Page} and {@link
 * dev.partnerattribution.cli.report.Summary} tell.
 */
package dev.partnerattribution.cli.report;
