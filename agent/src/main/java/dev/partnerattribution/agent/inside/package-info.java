/**
 * What the agent does once it is needed. These classes lie in the jar where an application can't see them, are loaded by a
 * class loader of their own, and meet the rest of the JVM through JDK types only.
 */
package dev.partnerattribution.agent.inside;
