/** Apache HttpClient 4, classic and async, and HttpCore 4 used by itself. */
package dev.partnerattribution.agent.apache4;
