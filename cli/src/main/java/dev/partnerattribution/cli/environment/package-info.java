/** The environment by which tools that nobody changes send the tracking ID, for each place where one sets it. */
package dev.partnerattribution.cli.environment;
