package dev.partnerattribution.testkit;

/**
 * One header line, as it came over the wire.
 *
 * @param name the name in the case the sender chose
 * @param value the value without surrounding white space, decoded as ISO 8859-1
 */
public record Header(String name, String value) {}
