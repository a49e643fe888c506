package dev.partnerattribution.cli.doctor.scanning;

/**
 * A text that means something here, and where it stands.
 *
 * @param what a tracking ID, a host, or the name of a tool or setting
 * @param where a class with dots, or the path of a file
 */
public record Evidence(String what, String where, boolean inCode) {}
