/** Netty 4's codec of HTTP/1.1, hence libraries that bring a client of their own on it. */
package dev.partnerattribution.agent.netty4;
