/** reactor-netty, of all versions from 0.9 on. */
package dev.partnerattribution.agent.reactornetty;
