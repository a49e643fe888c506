package dev.partnerattribution.weave.program;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a child is handed by the builder that starts it, which the program may use again: its own environment stays as it was. */
final class HandedDown {
    private final @Nullable Map<String, String> environment;

    /** As they were; null where there was none. */
    private final Map<String, @Nullable String> before;

    private HandedDown(@Nullable Map<String, String> environment, Map<String, @Nullable String> before) {
        this.environment = environment;
        this.before = before;
    }

    /** Puts it into the builder's environment, until {@link #takeBack}. Never throws. */
    static HandedDown to(@Nullable ProcessBuilder builder) {
        Map<String, @Nullable String> before = new HashMap<>();
        if (builder == null || !ChildProcesses.ROUTE.isOurs()) {
            return new HandedDown(null, before);
        }
        try {
            Map<String, String> environment = builder.environment();
            Map<String, String> after = ChildProcesses.handedDown(builder.command(), environment);
            Set<String> names = new HashSet<>(environment.keySet());
            names.addAll(after.keySet());
            for (String name : names) {
                String was = environment.get(name);
                String is = after.get(name);
                if (is == null ? was != null : !is.equals(was)) {
                    before.put(name, was);
                    put(environment, name, is);
                }
            }
            return new HandedDown(environment, before);
        } catch (Throwable e) {
            ChildProcesses.ROUTE.failed(e);
            return new HandedDown(null, before);
        }
    }

    /** Leaves the environment as it was. */
    void takeBack() {
        Map<String, String> changed = environment;
        if (changed != null) {
            before.forEach((name, value) -> put(changed, name, value));
        }
    }

    private static void put(Map<String, String> environment, String name, @Nullable String value) {
        if (value == null) {
            environment.remove(name);
        } else {
            environment.put(name, value);
        }
    }
}
