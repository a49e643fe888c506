package dev.partnerattribution.wire;

import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Which JDK a test runs on. What is the JDK's own is tried on each; of libraries, whose code is the same on all, each is
 * tried on one, in turn, so that each JDK has run many of them.
 */
public final class InTurn {
    private InTurn() {}

    /** Those that run the programs. */
    public static List<Jdk> jdks() {
        return Jdks.installed().stream().filter(jdk -> jdk.version() >= 17).toList();
    }

    /** The first, the next, and so on, over and over. */
    public static Jdk jdk(int turn) {
        return jdks().get(turn % jdks().size());
    }

    /** Each of these with its JDK after what it consists of. */
    public static Stream<Arguments> each(List<Arguments> cases) {
        return IntStream.range(0, cases.size()).mapToObj(i -> with(cases.get(i), jdk(i)));
    }

    private static Arguments with(Arguments arguments, Jdk jdk) {
        List<Object> all = new ArrayList<>(List.of(arguments.get()));
        all.add(jdk);
        return Arguments.of(all.toArray());
    }
}
