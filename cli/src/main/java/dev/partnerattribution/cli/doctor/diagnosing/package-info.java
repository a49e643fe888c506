/** What that comes to: the verdict, what competes, and what to do. */
package dev.partnerattribution.cli.doctor.diagnosing;
