/** The receipts of many JVMs, counted by Apache Spark where they lie. */
package dev.partnerattribution.examples.fleet;
