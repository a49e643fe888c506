/** What agents cost the start of a program: whole processes, in rounds. */
package dev.partnerattribution.benchmarks.startup;
