package dev.partnerattribution.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.benchmarks.commandline.CommandStart;
import dev.partnerattribution.benchmarks.compile.CompileTime;
import dev.partnerattribution.benchmarks.program.HelloProgram;
import dev.partnerattribution.benchmarks.receipts.CountReceipts;
import dev.partnerattribution.benchmarks.request.RequestCost;
import dev.partnerattribution.benchmarks.startup.StartUp;
import dev.partnerattribution.benchmarks.template.CheckTemplates;
import dev.partnerattribution.benchmarks.template.StampTemplate;
import dev.partnerattribution.benchmarks.throughput.Serving;
import dev.partnerattribution.benchmarks.throughput.Throughput;
import dev.partnerattribution.benchmarks.weave.WeaveJars;
import dev.partnerattribution.benchmarks.weave.WovenStart;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each benchmark works: one round of it prints its tables. What it measures in one round means nothing. */
class BenchmarksIT {
    private static final int MOST_WOVEN = 12;

    private static final List<Jdk> JDK = List.of(Jdks.running());

    @Test
    void startUp() {
        assertThat(StartUp.report(JDK, 1, BenchmarksIT::isTried))
                .contains("### Hello, JDK " + JDK.get(0).version())
                .contains("### AzureResourceManager, JDK " + JDK.get(0).version())
                .containsPattern("\\| empty agent +\\| +\\d+ \\(\\d+…\\d+\\) \\|")
                .containsPattern("\\| ours, guid=… +\\| +\\d+ \\(\\d+…\\d+\\) \\|")
                .containsPattern(
                        "ours, guid=… over empty agent, CPU ms, 2 pairs: median -?\\d+ \\(-?\\d+…-?\\d+\\), mean"
                                + " -?\\d+ ± \\d+\\.");
    }

    /** Each agent, each kind of program, and not all of their combinations. */
    private static boolean isTried(String program, String agent) {
        return program.equals("Hello")
                || (program.equals("AzureResourceManager")
                        && Set.of("none", "empty agent", "ours, guid=…").contains(agent));
    }

    @Test
    void request() {
        assertThat(RequestCost.report(JDK, 1))
                .containsPattern("\\| request, policy OURS +\\| +\\d+\\.\\d \\|")
                .containsPattern("\\| request, policy BY_HAND +\\| +\\d+\\.\\d \\|")
                .containsPattern("\\| stamp decision, armHost +\\| +\\d+\\.\\d \\|")
                .containsPattern("\\| request and answer, sync, receipts WAITING +\\| +\\d+\\.\\d \\|")
                .containsPattern("client to management.azure.com, no agent +\\| +\\d+\\.\\d \\|")
                .containsPattern("client to management.azure.com, agent +\\| +\\d+\\.\\d \\|");
    }

    @Test
    void throughput() {
        assertThat(Throughput.report(JDK, 1, List.of("azure-core")))
                .containsPattern("\\| azure-core, without +\\| +\\d+ \\(\\d+…\\d+\\) \\| +1\\.000 \\|")
                .containsPattern(
                        "\\| azure-core, agent and receipts +\\| +\\d+ \\(.*\\) \\| +\\d\\.\\d{3} \\| +\\d+ \\(.*\\)"
                                + " \\| +[1-9]\\d* \\|");
    }

    @Test
    void serving() {
        assertThat(Serving.report(JDK, 1, List.of("Netty")))
                .containsPattern("\\| Netty, without +\\| +\\d+ \\(\\d+…\\d+\\) \\| +1\\.000 \\|")
                .containsPattern(
                        "\\| Netty, agent and receipts +\\| +\\d+ \\(.*\\) \\| +\\d\\.\\d{3} \\| +\\d+ \\(.*\\)"
                                + " \\| +0 \\|");
    }

    /** What stands there at the end: the same bytes, woven, refused, classes woven, verified, faults. */
    @Test
    void weave() {
        assertThat(WeaveJars.report(jars(MOST_WOVEN, "http|azure-core|netty|okhttp|jetty|undertow")))
                .containsPattern(
                        "\\| +\\d+ \\| +[1-9]\\d* \\| +0 \\| +[1-9]\\d* \\| +[1-9]\\d* \\| +0 \\| +\\d+\\.\\d \\|\n$");
    }

    private static List<Path> jars(int most, String names) {
        return Jars.libraries().stream()
                .filter(library -> library.getFileName().toString().matches(".*(" + names + ").*\\.jar"))
                .limit(most)
                .toList();
    }

    /** The JVM takes the archives too. */
    @Test
    void wovenStart() {
        assertThat(WovenStart.report(JDK, 1, jars(2, "azure-core-[0-9]|okhttp"), List.of(HelloProgram.class)))
                .contains("### HelloProgram, JDK " + JDK.get(0).version())
                .containsPattern("\\| woven +\\| +\\d+ \\(\\S+\\) \\| +\\d+\\.\\d{3} \\|")
                .containsPattern("\\| woven, archived +\\| +\\d+ \\(\\S+\\) \\| +\\d+\\.\\d{3} \\|");
    }

    @Test
    void stamp() {
        assertThat(StampTemplate.report(JDK, 1))
                .containsPattern("Jackson reads it +\\| +\\d+ \\(\\d+…\\d+\\) \\| +1\\.00 \\|")
                .containsPattern("template stamp +\\| +\\d+ \\(\\d+…\\d+\\) \\| +\\d+\\.\\d\\d \\|");
    }

    @Test
    void check() {
        assertThat(CheckTemplates.report(JDK, 1, 50))
                .containsPattern("this version +\\| +\\d+ \\| +1\\.00 \\|")
                .containsPattern("this version, -Xmx256m +\\| +\\d+ \\| +\\d+\\.\\d\\d \\|");
    }

    @Test
    void report() {
        assertThat(CountReceipts.report(JDK, 1, 2_000))
                .containsPattern("this version +\\| +[\\d,]+ \\| +1\\.00 \\|")
                .containsPattern("this version, -Xmx256m +\\| +[\\d,]+ \\| +\\d+\\.\\d\\d \\|");
    }

    @Test
    void start() {
        assertThat(CommandStart.report(JDK, 1))
                .containsPattern("this version +\\| +\\d+ \\(\\S+\\) \\| +1\\.00 \\|")
                .containsPattern("this version, its classes archived +\\| +\\d+ \\(\\S+\\) \\| +\\d+\\.\\d\\d \\|");
    }

    @Test
    void compile() {
        assertThat(CompileTime.report(JDK, 2, 20))
                .containsPattern("without the processor +\\| +\\d+ \\(\\d+…\\d+\\) \\|")
                .containsPattern("with it +\\| +\\d+ \\(\\d+…\\d+\\) \\|")
                .contains("each time 20 files")
                .doesNotContain("DIFFERS");
    }
}
