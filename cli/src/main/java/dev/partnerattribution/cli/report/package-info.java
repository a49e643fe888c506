/**
 * Makes a page of receipts. The way of a receipt: {@code reading} finds files and takes them apart, line by line; {@code
 * receipts} knows what a line says; {@code statistics} counts, and writes and reads counts; {@code page} tells.
 */
package dev.partnerattribution.cli.report;
