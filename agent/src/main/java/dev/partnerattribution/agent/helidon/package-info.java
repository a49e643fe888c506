/** Helidon's WebClient, by HTTP/1.1 and HTTP/2. */
package dev.partnerattribution.agent.helidon;
