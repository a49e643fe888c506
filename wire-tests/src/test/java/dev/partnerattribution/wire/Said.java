package dev.partnerattribution.wire;

import dev.partnerattribution.testkit.ProgramResult;
import java.util.List;

/** What the product printed. */
public final class Said {
    public static final String PREFIX = "partner-attribution: ";

    private Said() {}

    /** Its lines on stderr, without what the JVM, the libraries and stacks of the tests' own programs say there. */
    public static List<String> by(ProgramResult result) {
        return result.stderr()
                .lines()
                .filter(line -> line.contains("partner-attribution") || line.contains("partnerattribution"))
                .filter(line -> !line.contains("dev.partnerattribution.wire.program."))
                .toList();
    }
}
