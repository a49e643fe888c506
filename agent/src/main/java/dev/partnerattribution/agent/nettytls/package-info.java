/** TLS by OpenSSL in Netty, which the JDK's own code sees nothing of: see {@code jdk.tls}. */
package dev.partnerattribution.agent.nettytls;
