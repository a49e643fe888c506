/**
 * What an application can see of the agent: a launcher that compares class names, and the class loader that keeps
 * everything else away from the application until the first match.
 */
package dev.partnerattribution.agent;
