package dev.partnerattribution.benchmarks.throughput;

import dev.partnerattribution.benchmarks.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one program does with one agent. */
final class Series {
    private static final Pattern END = Pattern.compile("\"written\":(\\d+),\"dropped\":(\\d+)");

    private final String what;
    private final MeasuredJvm jvm;
    private final Samples perSecond = new Samples();
    private final Samples cpu = new Samples();

    private long written;
    private long dropped;

    Series(String what, MeasuredJvm jvm) {
        this.what = what;
        this.jvm = jvm;
    }

    String what() {
        return what;
    }

    MeasuredJvm jvm() {
        return jvm;
    }

    Samples perSecond() {
        return perSecond;
    }

    /** Microseconds of CPU time per request. */
    Samples cpu() {
        return cpu;
    }

    long written() {
        return written;
    }

    long dropped() {
        return dropped;
    }

    /** Adds what a {@link Meter} printed, and the receipts in this file, which is gone then. */
    void add(String printed, Path receipts) {
        String[] figures = printed.strip().split(" ", -1);
        perSecond.add(Double.parseDouble(figures[0]));
        cpu.add(Double.parseDouble(figures[1]));
        if (Files.exists(receipts)) {
            count(receipts);
        }
    }

    /** The last line of the receipts says how many there are. */
    private void count(Path receipts) {
        try {
            List<String> lines = Files.readAllLines(receipts);
            Matcher end = END.matcher(lines.get(lines.size() - 1));
            if (!end.find()) {
                throw new IllegalStateException("receipts without an end: " + lines.get(lines.size() - 1));
            }
            written += Long.parseLong(end.group(1));
            dropped += Long.parseLong(end.group(2));
            Files.delete(receipts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
