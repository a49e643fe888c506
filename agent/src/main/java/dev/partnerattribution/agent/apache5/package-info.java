/** Apache HttpClient 5, classic and async, and HttpCore 5 used by itself. */
package dev.partnerattribution.agent.apache5;
