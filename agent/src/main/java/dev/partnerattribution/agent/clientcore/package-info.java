/** io.clientcore, the generation after azure-core: the construction of its HTTP pipelines. */
package dev.partnerattribution.agent.clientcore;
