/** The command line: {@link dev.partnerattribution.cli.Main} and a package for each command. */
package dev.partnerattribution.cli;
