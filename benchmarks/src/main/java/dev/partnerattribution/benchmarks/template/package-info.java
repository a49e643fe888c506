/** What it costs to stamp a template, as a whole process. */
package dev.partnerattribution.benchmarks.template;
