package dev.partnerattribution.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Lines that could not be read, and those that a newer version of this program could. */
final class Unread {
    private static final int MOST_MESSAGES = 20;

    private final List<String> messages = new ArrayList<>();
    private long lines;
    private long newer;
    private long unknownKinds;

    void malformed(String file, long line, String why) {
        lines++;
        if (messages.size() < MOST_MESSAGES) {
            messages.add(file + ":" + line + ": " + why);
        }
    }

    void newer() {
        newer++;
    }

    void unknownKind() {
        unknownKinds++;
    }

    /** How many there were. */
    long lines() {
        return lines;
    }

    /** File, line and reason of the first ones. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    /** Lines of a later version of the format. */
    long newerLines() {
        return newer;
    }

    /** Lines that this version allows, and that say what it did not foresee. */
    long unknownKinds() {
        return unknownKinds;
    }
}
