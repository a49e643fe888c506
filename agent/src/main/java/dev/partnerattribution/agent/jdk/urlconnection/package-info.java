/** {@code java.net.HttpURLConnection}. */
package dev.partnerattribution.agent.jdk.urlconnection;
