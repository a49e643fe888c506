package dev.partnerattribution.templates;

/** What came of stamping one file: exactly one of the three. */
public sealed interface StampOutcome permits Stamped, Unchanged, Refused {
    /** The path or name of the file. */
    String file();

    /** What happened, where, and for a refusal why and what to do: one line, which names the file. */
    String message();
}
