/** What is instrumented in classes of the JDK: by visitors, as programs that never use Azure pay for it. */
package dev.partnerattribution.agent.jdk;
