/** Jetty's HTTP client, from 9.4 on, by all of its transports. */
package dev.partnerattribution.agent.jetty;
