package dev.partnerattribution.benchmarks.throughput;

import dev.partnerattribution.benchmarks.Jars;
import dev.partnerattribution.benchmarks.MarkdownTable;
import dev.partnerattribution.benchmarks.Samples;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests a second a program sends on 64 threads, without an agent, with it, and with receipts: each in a JVM of
 * its own, in turn, against one server in this JVM that answers at once. All requests count as Azure's.
 */
public final class Throughput {
    private static final List<String> CLIENTS = List.of("HttpURLConnection", "OkHttp", "HttpClient 5", "azure-core");
    private static final String PID = "pid-7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63";
    private static final int THREADS = 64;
    private static final int SECONDS = 6;
    private static final Pattern END = Pattern.compile("\"written\":(\\d+),\"dropped\":(\\d+)");

    private final Scratch scratch;
    private final AnsweringServer server;
    private final Jdk jdk;
    private final int seconds;
    private final List<String> clients;

    private Throughput(Scratch scratch, AnsweringServer server, Jdk jdk, int seconds, List<String> clients) {
        this.scratch = scratch;
        this.server = server;
        this.jdk = jdk;
        this.seconds = seconds;
        this.clients = clients;
    }

    /** What one client does with one agent. */
    private static final class Series {
        private final String what;
        private final String agent;
        private final Samples perSecond = new Samples();
        /** Microseconds of CPU time per request. */
        private final Samples cpu = new Samples();

        private long written;
        private long dropped;

        Series(String what, String agent) {
            this.what = what;
            this.agent = agent;
        }
    }

    /** Measures, and returns tables. A single round just tries out whether it works. */
    public static String report(List<Jdk> jdks, int rounds) {
        return report(jdks, rounds, CLIENTS);
    }

    /** The same of some of the clients. */
    public static String report(List<Jdk> jdks, int rounds, List<String> clients) {
        StringBuilder report = new StringBuilder();
        try (Scratch scratch = new Scratch();
                AnsweringServer server = new AnsweringServer()) {
            for (Jdk jdk : jdks) {
                Throughput throughput = new Throughput(scratch, server, jdk, rounds == 1 ? 1 : SECONDS, clients);
                report.append("### JDK ").append(jdk.version()).append("\n\n").append(throughput.table(rounds));
            }
        }
        return report.toString();
    }

    private MarkdownTable table(int rounds) {
        MarkdownTable table = new MarkdownTable(
                "client",
                "requests a second, median (quartiles)",
                "÷ without, median of pairs",
                "CPU µs a request",
                "receipts",
                "dropped");
        for (String client : clients) {
            List<Series> all = series();
            List<Series> inTurn = new ArrayList<>(all);
            for (int round = 0; round < rounds; round++) {
                System.err.printf("JDK %d, %s, round %d of %d%n", jdk.version(), client, round + 1, rounds);
                inTurn.forEach(each -> measure(client, each));
                Collections.rotate(inTurn, 1);
            }
            for (Series each : all) {
                table.row(
                        client + ", " + each.what,
                        each.perSecond.medianAndQuartiles(),
                        String.format(
                                Locale.ROOT,
                                "%.3f",
                                each.perSecond.dividedBy(all.get(0).perSecond).median()),
                        each.cpu.medianAndQuartiles(),
                        Long.toString(each.written),
                        Long.toString(each.dropped));
            }
        }
        return table;
    }

    private List<Series> series() {
        List<Series> series = new ArrayList<>();
        series.add(new Series("without", ""));
        Jars.agentBefore().ifPresent(jar -> addAgent(series, "the version before's agent", jar));
        addAgent(series, "agent", Jars.agent());
        return series;
    }

    private void addAgent(List<Series> series, String what, Path jar) {
        String agent = "-javaagent:" + jar + "=tracking-id=" + PID + ",arm-hosts=localhost";
        series.add(new Series(what, agent));
        series.add(new Series(what + " and receipts", agent + ",receipts=" + receipts()));
    }

    private Path receipts() {
        return scratch.resolve("receipts.jsonl");
    }

    private void measure(String client, Series series) {
        JavaProgram program = JavaProgram.mainClass(SendingProgram.class.getName())
                .jdk(jdk)
                .withoutEnvironment("JAVA_TOOL_OPTIONS")
                .withoutEnvironment("JDK_JAVA_OPTIONS")
                .withoutEnvironment("_JAVA_OPTIONS")
                .classPath(Jars.librariesAndBenchmarks())
                .arguments(
                        client,
                        server.uri().toString(),
                        Integer.toString(THREADS),
                        Integer.toString(seconds),
                        Integer.toString(seconds));
        if (!series.agent.isEmpty()) {
            program = program.jvmArguments(series.agent);
        }
        String[] figures = program.run().orFail().stdout().strip().split(" ", -1);
        series.perSecond.add(Double.parseDouble(figures[0]));
        series.cpu.add(Double.parseDouble(figures[1]));
        if (server.lastUserAgent().contains(PID) == series.agent.isEmpty()) {
            throw new IllegalStateException(client + ", " + series.what + " sent " + server.lastUserAgent());
        }
        if (Files.exists(receipts())) {
            count(series);
        }
    }

    /** The last line of the receipts says how many there are. */
    private void count(Series series) {
        try {
            List<String> lines = Files.readAllLines(receipts());
            Matcher end = END.matcher(lines.get(lines.size() - 1));
            if (!end.find()) {
                throw new IllegalStateException("receipts without an end: " + lines.get(lines.size() - 1));
            }
            series.written += Long.parseLong(end.group(1));
            series.dropped += Long.parseLong(end.group(2));
            Files.delete(receipts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
