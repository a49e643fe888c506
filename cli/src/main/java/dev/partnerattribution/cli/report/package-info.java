/**
 * Makes a page of receipts. Three steps, each ignorant of the next: {@code ReceiptFiles} finds files and {@code ReceiptLine}
 * reads their lines; {@code Ledger} counts; {@code Page} and {@code Summary} tell.
 */
package dev.partnerattribution.cli.report;
