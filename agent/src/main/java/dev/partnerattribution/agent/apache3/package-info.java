/** Apache HttpClient 3, also known as Jakarta Commons HttpClient. */
package dev.partnerattribution.agent.apache3;
