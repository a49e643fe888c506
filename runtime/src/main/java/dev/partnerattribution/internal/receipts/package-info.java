/**
 * What is known afterwards of the requests that were sent to Azure Resource Manager: {@link
 * dev.partnerattribution.internal.receipts.Receipts} is where a route says that it sent one; a thread of its own writes it down.
 */
package dev.partnerattribution.internal.receipts;
