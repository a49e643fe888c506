/** The servers and tools in which a deployment runs, each as its operator would start it, with the agent. */
package dev.partnerattribution.wire.servers;
