/** Ktor's CIO engine, which sends requests by itself: what Ktor's {@code HttpClient} uses where no other engine is there. */
package dev.partnerattribution.agent.ktor;
