package dev.partnerattribution.templates.internal.reading;

/** Where a comment starts, and the offset after it. */
public record Comment(int start, int end) {}
