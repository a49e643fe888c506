/** Netty 3's codec of HTTP, hence version 1 of AsyncHttpClient. */
package dev.partnerattribution.agent.netty3;
