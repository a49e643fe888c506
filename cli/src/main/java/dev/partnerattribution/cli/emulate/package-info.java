/** An Azure Resource Manager on this machine, to point any tool at. */
package dev.partnerattribution.cli.emulate;
