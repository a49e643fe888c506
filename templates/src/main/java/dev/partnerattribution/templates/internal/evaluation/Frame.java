package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.model.Symbols;
import java.util.Map;

/**
 * Where an expression stands.
 *
 * @param arguments of the user's function that it is the value of
 */
record Frame(Symbols symbols, Map<String, Value> arguments) {
    /** Outside of a user's function. */
    static Frame of(Symbols symbols) {
        return new Frame(symbols, Map.of());
    }
}
