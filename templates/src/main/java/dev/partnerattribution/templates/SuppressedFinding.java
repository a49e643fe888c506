package dev.partnerattribution.templates;

/**
 * A finding that somebody has decided to live with.
 *
 * @param reason why, as he wrote it
 * @param inSource whether that stands in the template itself
 */
public record SuppressedFinding(Finding finding, String reason, boolean inSource) {}
