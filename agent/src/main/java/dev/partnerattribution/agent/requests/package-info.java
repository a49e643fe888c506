/**
 * What becomes of a request that a route shows: the stamp decision for the program whose it is, and what is told of it afterwards.
 */
package dev.partnerattribution.agent.requests;
