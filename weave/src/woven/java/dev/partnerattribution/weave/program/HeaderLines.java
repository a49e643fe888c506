package dev.partnerattribution.weave.program;

import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header lines that a program gave, in their order: a connection that was used does not show all of them. */
final class HeaderLines {
    private final List<@Nullable String[]> lines = new ArrayList<>();

    void set(String name, @Nullable String value) {
        remove(name);
        add(name, value);
    }

    void remove(String name) {
        lines.removeIf(line -> name.equalsIgnoreCase(line[0]));
    }

    void clear() {
        lines.clear();
    }

    void add(String name, @Nullable String value) {
        lines.add(new String[] {name, value});
    }

    void applyTo(URLConnection connection) {
        for (@Nullable String[] line : lines) {
            if (line[0] != null) {
                connection.addRequestProperty(line[0], line[1]);
            }
        }
    }

    /** Whether there is a line of this name, be it without a value. */
    boolean have(String name) {
        return lines.stream().anyMatch(line -> name.equalsIgnoreCase(line[0]));
    }

    /** All values of this name, as one; null if there is none. */
    @Nullable
    String joined(String name) {
        StringBuilder all = new StringBuilder();
        for (@Nullable String[] line : lines) {
            if (name.equalsIgnoreCase(line[0]) && line[1] != null) {
                all.append(all.length() == 0 ? "" : " ").append(line[1]);
            }
        }
        return all.length() == 0 ? null : all.toString();
    }
}
