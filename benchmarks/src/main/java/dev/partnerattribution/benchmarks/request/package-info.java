/** What attribution costs a request, by JMH. */
package dev.partnerattribution.benchmarks.request;
