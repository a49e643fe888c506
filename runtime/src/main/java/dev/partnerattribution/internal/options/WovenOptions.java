package dev.partnerattribution.internal.options;

import org.jspecify.annotations.Nullable;

/** What was given when the program was woven. Weaving copies our classes into a program, and writes another body for this method there. */
final class WovenOptions {
    private WovenOptions() {}

    /** In the form of an agent's options, empty where none was given; null if these classes are not those of a woven program. */
    static @Nullable String given() {
        return null;
    }
}
