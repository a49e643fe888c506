package dev.partnerattribution.cli.doctor.scanning;

import dev.partnerattribution.AttributionConfiguration;

/**
 * What the annotation processor generated for one program, as its class file says.
 *
 * @param generatedClass with dots, as a service file names it
 * @param where the file that holds it
 */
public record Configuration(
        String generatedClass, String annotatedClass, String trackingId, String partner, String where)
        implements AttributionConfiguration {}
