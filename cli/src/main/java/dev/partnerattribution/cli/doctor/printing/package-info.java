/** Writes a diagnosis, for people and for programs. */
package dev.partnerattribution.cli.doctor.printing;
