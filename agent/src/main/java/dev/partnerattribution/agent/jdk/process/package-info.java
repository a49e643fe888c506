/** Child processes: what they are handed so that the Azure tools in them send the tracking ID too. */
package dev.partnerattribution.agent.jdk.process;
