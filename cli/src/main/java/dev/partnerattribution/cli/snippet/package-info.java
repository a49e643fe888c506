/** What to write into code that deploys, tool by tool. */
package dev.partnerattribution.cli.snippet;
