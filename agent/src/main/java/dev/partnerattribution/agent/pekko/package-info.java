/** The client of pekko-http, and of akka-http, of which it was made: the same in other packages. */
package dev.partnerattribution.agent.pekko;
