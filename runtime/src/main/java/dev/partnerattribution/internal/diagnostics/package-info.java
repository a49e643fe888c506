/** What is printed, and made fit to be. */
package dev.partnerattribution.internal.diagnostics;
