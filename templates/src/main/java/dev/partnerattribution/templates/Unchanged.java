package dev.partnerattribution.templates;

/**
 * The tracking ID is there already.
 *
 * @param position where its name stands
 */
public record Unchanged(String file, Position position, String message) implements StampOutcome {}
