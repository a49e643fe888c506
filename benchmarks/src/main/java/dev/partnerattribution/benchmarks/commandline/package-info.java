/** What a short command of the command line costs: nearly all of it is its start. */
package dev.partnerattribution.benchmarks.commandline;
