/** What child processes are handed, so that the tools in them send the tracking ID too. */
package dev.partnerattribution.internal.children;
