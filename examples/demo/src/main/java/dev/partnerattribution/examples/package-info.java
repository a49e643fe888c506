/** The example programs, run against an Azure Resource Manager on loopback. */
package dev.partnerattribution.examples;
