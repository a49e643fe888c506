package dev.partnerattribution.templates.internal.rules;

/** A clause such as {@code it is blank} as a sentence of its own. */
public final class Sentence {
    private Sentence() {}

    public static String of(String clause) {
        if (clause.isEmpty()) {
            return "";
        }
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + (clause.endsWith(".") ? "" : ".");
    }
}
