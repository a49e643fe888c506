/** Reads archives, folders and class files, within bounds, and notes what is in them. */
package dev.partnerattribution.cli.doctor.scanning;
