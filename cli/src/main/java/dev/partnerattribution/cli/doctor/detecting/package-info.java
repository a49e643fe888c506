/** Which ways to Azure Resource Manager there are in what was read, and what covers them. */
package dev.partnerattribution.cli.doctor.detecting;
