package dev.partnerattribution.internal.options;

import java.io.File;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of an environment, by the rules of the operating system: Windows ignores the case of their names. */
public final class Variables {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Map<String, String> environment;
    private final boolean ignoringCase;

    /** An environment of this machine. */
    public Variables(Map<String, String> environment) {
        this(environment, WINDOWS);
    }

    public Variables(Map<String, String> environment, boolean ignoringCase) {
        this.environment = environment;
        this.ignoringCase = ignoringCase;
    }

    /** The value of a variable, or null if it is not set. */
    @Nullable
    public String get(String name) {
        return environment.get(nameOf(name));
    }

    /** How a variable is spelled here: two that differ in case only are two in the map, but one on Windows. */
    public String nameOf(String name) {
        if (ignoringCase) {
            for (String spelled : environment.keySet()) {
                if (spelled.equalsIgnoreCase(name)) {
                    return spelled;
                }
            }
        }
        return name;
    }
}
