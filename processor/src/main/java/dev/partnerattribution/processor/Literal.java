package dev.partnerattribution.processor;

/** A text that somebody wrote, what that place is called in messages, and where the caret goes. */
record Literal(String name, String text, Place place) {}
