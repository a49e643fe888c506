package dev.partnerattribution.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.benchmarks.Benchmarks;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent costs a program that never uses Azure, as far as it is the same in each run. */
class StartUpCostIT {
    private static final int MOST_CLASSES_MORE = 10;
    private static final int RUNS = 3;

    /** What reads and writes a class file, and decides; on JDK 25 a third of it is the JDK's own, which defines the bridge. */
    private static final int MOST_CLASSES_MORE_OF_A_ROUTE = 180;

    private final Scratch scratch = new Scratch();
    private final MeasuredProgram hello = MeasuredProgram.hello(scratch);

    static List<Jdk> jdks() {
        return Benchmarks.jdks();
    }

    @AfterEach
    void cleanUp() {
        scratch.close();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void loadsFewMoreClassesThanAnEmptyAgent(Jdk jdk) {
        assertFewMore(hello, jdk, MOST_CLASSES_MORE, "dev.partnerattribution.agent.Launcher");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void looksAtOneClassOfAProgramThatUsesARouteOfTheJdkButNotAzure(Jdk jdk) {
        try (LoopbackArm arm = LoopbackArm.start()) {
            for (MeasuredProgram program : MeasuredProgram.ordinary(scratch, arm)) {
                assertFewMore(
                        program,
                        jdk,
                        MOST_CLASSES_MORE_OF_A_ROUTE,
                        "dev.partnerattribution.agent.engine.TypeInstrumentation");
            }
            assertThat(arm.requests())
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(request -> assertThat(request.userAgent()).matches("Java(-http-client)?/[0-9._]+"));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void printsNothing(Jdk jdk) {
        ProgramResult without =
                hello.program(jdk, new Variant(Variant.NONE, List.of())).run();
        assertThat(hello.program(jdk, Variant.ours(Variant.OURS, "")).run()).isEqualTo(without);
        assertThat(hello.program(jdk, Variant.ours(Variant.OURS_WITH_GUID, "=guid=" + Variant.GUID))
                        .run())
                .isEqualTo(without);
        assertThat(without).isEqualTo(new ProgramResult(0, "ready" + System.lineSeparator(), ""));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void reportsABadOptionAtTheStart(Jdk jdk) {
        ProgramResult result = hello.program(jdk, Variant.ours("bad", "=giud=" + Variant.GUID))
                .run()
                .orFail();
        assertThat(result.stdout()).isEqualTo("ready" + System.lineSeparator());
        assertThat(result.stderr().lines())
                .singleElement()
                .asString()
                .startsWith("partner-attribution: off: ")
                .contains("giud", "guid");
    }

    /** Of some runs one must do: where threads meet, or two files in a hash table, the JDK loads one or two more. */
    private void assertFewMore(MeasuredProgram program, Jdk jdk, int most, String among) {
        List<String> more = more(program, jdk);
        for (int run = 1; run < RUNS && more.size() > most; run++) {
            more = more(program, jdk);
        }
        assertThat(more).as(program.name()).contains(among).hasSizeLessThanOrEqualTo(most);
    }

    private List<String> more(MeasuredProgram program, Jdk jdk) {
        List<String> more = new ArrayList<>(
                LoadedClasses.of(program, jdk, Variant.ours(Variant.OURS_WITH_GUID, "=guid=" + Variant.GUID), scratch));
        LoadedClasses.of(program, jdk, Variant.empty(scratch), scratch).forEach(more::remove);
        more.remove("sun.nio.fs.UnixFileKey"); // where two jars meet in a hash table, which their numbers on the disk
        // decide
        return more;
    }
}
