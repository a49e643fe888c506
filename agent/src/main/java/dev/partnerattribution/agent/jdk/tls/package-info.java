/** TLS by the JDK: connections to Azure Resource Manager that no route accounts for are noticed. */
package dev.partnerattribution.agent.jdk.tls;
