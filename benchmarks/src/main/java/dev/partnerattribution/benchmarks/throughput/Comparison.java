package dev.partnerattribution.benchmarks.throughput;

import dev.partnerattribution.benchmarks.Jars;
import dev.partnerattribution.benchmarks.MarkdownTable;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.testkit.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How many requests a second programs send or answer without an agent, with it, and with receipts: each in a JVM of its own,
 * in turn. All requests count as Azure's that go to localhost.
 */
final class Comparison {
    static final String PID = "pid-7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63";
    private static final int SECONDS = 6;

    private final String kind;
    private final List<String> names;
    private final int rounds;
    private final Trial trial;

    /** Of programs of this kind, by their names. A single round just tries out whether it works. */
    Comparison(String kind, List<String> names, int rounds, Trial trial) {
        this.kind = kind;
        this.names = names;
        this.rounds = rounds;
        this.trial = trial;
    }

    /** Runs one program to its end. */
    interface Trial {
        /** Returns what a {@link Meter} printed in this JVM. */
        String run(String name, MeasuredJvm jvm);
    }

    /** Measures, and returns a table for each JDK. */
    String report(List<Jdk> jdks) {
        StringBuilder report = new StringBuilder();
        try (Scratch scratch = new Scratch()) {
            Path receipts = scratch.resolve("receipts.jsonl");
            for (Jdk jdk : jdks) {
                report.append("### JDK ").append(jdk.version()).append("\n\n").append(table(jdk, receipts));
            }
        }
        return report.toString();
    }

    private MarkdownTable table(Jdk jdk, Path receipts) {
        MarkdownTable table = new MarkdownTable(
                kind,
                "requests a second, median (quartiles)",
                "÷ without, median of pairs",
                "CPU µs a request",
                "receipts",
                "dropped");
        for (String name : names) {
            List<Series> all = series(jdk, receipts);
            List<Series> inTurn = new ArrayList<>(all);
            for (int round = 0; round < rounds; round++) {
                System.err.printf("JDK %d, %s, round %d of %d%n", jdk.version(), name, round + 1, rounds);
                inTurn.forEach(each -> each.add(trial.run(name, each.jvm()), receipts));
                Collections.rotate(inTurn, 1);
            }
            all.forEach(each -> addRow(table, name, each, all.get(0)));
        }
        return table;
    }

    private static void addRow(MarkdownTable table, String name, Series series, Series without) {
        table.row(
                name + ", " + series.what(),
                series.perSecond().medianAndQuartiles(),
                String.format(
                        Locale.ROOT,
                        "%.3f",
                        series.perSecond().dividedBy(without.perSecond()).median()),
                series.cpu().medianAndQuartiles(),
                Long.toString(series.written()),
                Long.toString(series.dropped()));
    }

    private List<Series> series(Jdk jdk, Path receipts) {
        MeasuredJvm without = new MeasuredJvm(jdk, "", rounds == 1 ? 1 : SECONDS);
        List<Series> series = new ArrayList<>();
        series.add(new Series("without", without));
        Jars.agentBefore()
                .ifPresent(jar -> addAgent(series, "the version before's agent", without.with(jar), receipts));
        addAgent(series, "agent", without.with(Jars.agent()), receipts);
        return series;
    }

    private static void addAgent(List<Series> series, String what, MeasuredJvm jvm, Path receipts) {
        series.add(new Series(what, jvm));
        series.add(new Series(what + " and receipts", jvm.withReceipts(receipts)));
    }
}
