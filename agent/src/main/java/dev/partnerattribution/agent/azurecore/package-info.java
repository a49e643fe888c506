/** azure-core 1.x: the construction of its HTTP pipelines. */
package dev.partnerattribution.agent.azurecore;
