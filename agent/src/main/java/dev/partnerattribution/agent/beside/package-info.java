/**
 * What the agent defines in the class loader of a library, beside a class that it instruments: one class for each library,
 * compiled against it, which asks the stamp decision and writes the header. Each is defined under another name and sees
 * nothing else of ours, so it may use the JDK and its library only.
 */
package dev.partnerattribution.agent.beside;
