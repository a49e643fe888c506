/** {@code java.net.http.HttpClient}. */
package dev.partnerattribution.agent.jdk.httpclient;
