package dev.partnerattribution.internal.options;

import org.jspecify.annotations.Nullable;

/**
 * What was given when the program was woven. Weaving copies our classes into a program, and writes another body for two of these
 * methods there.
 */
public final class WovenOptions {
    private WovenOptions() {}

    /** Whether these classes are those of a woven program. */
    public static boolean areHere() {
        return given() != null;
    }

    /** The version that wove the program; null if these classes are not those of a woven program. */
    public static @Nullable String version() {
        return null;
    }

    /** In the form of an agent's options, empty where none was given; null if these classes are not those of a woven program. */
    static @Nullable String given() {
        return null;
    }
}
