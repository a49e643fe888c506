/** The azure-core route: a pipeline policy, and the provider through which azure-core finds it by itself. */
package dev.partnerattribution.azure;
