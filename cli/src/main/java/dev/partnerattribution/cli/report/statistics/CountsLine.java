package dev.partnerattribution.cli.report.statistics;

import dev.partnerattribution.cli.report.receipts.Field;
import dev.partnerattribution.cli.report.receipts.MalformedReceiptException;
import dev.partnerattribution.cli.report.receipts.Properties;
import dev.partnerattribution.cli.report.receipts.Purpose;
import dev.partnerattribution.cli.report.receipts.Reason;
import dev.partnerattribution.cli.report.receipts.Receipt.ChildLine;
import dev.partnerattribution.cli.report.receipts.Receipt.Origin;
import dev.partnerattribution.cli.report.receipts.Receipt.Request;
import dev.partnerattribution.cli.report.receipts.Receipt.RequestLine;
import dev.partnerattribution.cli.report.receipts.Receipt.Trace;
import dev.partnerattribution.cli.report.receipts.ReceiptLine;
import dev.partnerattribution.cli.report.receipts.Times;
import dev.partnerattribution.cli.report.statistics.ChildProcesses.Started;
import dev.partnerattribution.cli.report.statistics.SequenceNumbers.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line of counts, as {@code docs/counts.schema.json} describes it and {@link CountsWriter} writes it. */
public final class CountsLine {
    private static final long VERSION = 1;

    private static final Pattern RUN = Pattern.compile("([0-9]{1,15})-([0-9]{1,15})");

    private final Properties properties;
    private final ReceiptStatistics statistics;
    private final int file;
    private final String fileName;

    private CountsLine(Properties properties, ReceiptStatistics statistics, int file, String fileName) {
        this.properties = properties;
        this.statistics = statistics;
        this.file = file;
        this.fileName = fileName;
    }

    /** Whether a line is one of counts; others are receipts. */
    public static boolean isOne(Properties properties) {
        return properties.hasNumber(Field.SCHEMA_VERSION);
    }

    /**
     * Adds what a line says, all of it or nothing.
     *
     * @param file the how-manieth file it is in, and its name
     * @throws MalformedReceiptException if it is no line of counts, of this or a later version
     */
    public static void add(Properties properties, ReceiptStatistics statistics, int file, String fileName)
            throws MalformedReceiptException {
        if (properties.number(Field.SCHEMA_VERSION, 1) == VERSION) {
            new CountsLine(properties, statistics, file, fileName).add();
        } else {
            statistics.unread().newer();
        }
    }

    private void add() throws MalformedReceiptException {
        Writes writes = statistics.allWrites();
        switch (properties.required(Field.KIND)) {
            case "requests" -> {
                Counts counts = counts();
                statistics.of(Purpose.ofKey(properties.required(Field.PURPOSE))).add(counts);
            }
            case "type" -> writes.deployed().add(properties.required(Field.TYPE), counts());
            case "missing" -> {
                Counts counts = counts();
                writes.missing(Reason.of(properties.required(Field.WHY))).add(counts);
            }
            case "tracking-id" -> writes.byId().add(properties.text(Field.ID), times());
            case "other-id" -> writes.byOtherId().add(properties.text(Field.ID), times());
            case "route" -> statistics.routeNumbers().add(properties.required(Field.ROUTE), times());
            case "host" -> statistics.hostNumbers().add(properties.required(Field.HOST), times());
            case "connection" -> statistics.connectionNumbers().add(properties.required(Field.CONNECTION), times());
            case "connections" -> statistics.connectionNumbers().addUnnamed(times());
            case "jvm" -> jvm();
            default -> addMore();
        }
        statistics.unread().counted(file, fileName);
    }

    private void addMore() throws MalformedReceiptException {
        switch (properties.required(Field.KIND)) {
            case "child" -> {
                ChildLine first = ReceiptLine.child(properties);
                statistics.childProcesses().add(new Started(first, times()));
            }
            case "children" -> statistics.childProcesses().addUnnamed(times());
            case "example" -> statistics.allWrites().addExample(new RequestLine(new Origin("", 0), request(), trace()));
            case "row" -> statistics.requestRows().add(request(), trace());
            case "rows" -> statistics.requestRows().add(request(), times(), trace().time());
            case "time" -> statistics.seen(Times.milliseconds(properties.required(Field.TIME)));
            case "unread" -> unread();
            case "message" -> statistics.unread().addMessage(properties.required(Field.MESSAGE));
            case "end" -> statistics.unread().announced(file, fileName, properties.number(Field.LINES, 1));
            default -> statistics.unread().unknownKind();
        }
    }

    private Counts counts() throws MalformedReceiptException {
        return new Counts(
                properties.number(Field.WITH_ID, 0),
                properties.number(Field.WITH_ANOTHERS, 0),
                properties.number(Field.WITH_NONE, 0),
                properties.number(Field.REFUSED, 0));
    }

    private long times() throws MalformedReceiptException {
        return properties.number(Field.TIMES, 1);
    }

    private Request request() throws MalformedReceiptException {
        return ReceiptLine.request(properties);
    }

    private Trace trace() throws MalformedReceiptException {
        return ReceiptLine.trace(properties);
    }

    private void unread() throws MalformedReceiptException {
        long lines = properties.number(Field.UNREADABLE, 0);
        long newer = properties.number(Field.NEWER, 0);
        statistics.unread().addCounted(lines, newer, properties.number(Field.UNKNOWN, 0));
    }

    private void jvm() throws MalformedReceiptException {
        String name = properties.required(Field.JVM);
        List<Run> runs = new ArrayList<>();
        for (String run : properties.list(Field.SEEN)) {
            runs.add(run(run));
        }
        long highest = properties.number(Field.HIGHEST, 0);
        long dropped = properties.number(Field.DROPPED, 0);
        boolean ended = properties.required(Field.ENDED).equals("yes");
        statistics.jvm(name).addCounted(runs, highest, dropped, ended);
    }

    private static Run run(String text) throws MalformedReceiptException {
        Matcher numbers = RUN.matcher(text);
        if (!numbers.matches()) {
            throw new MalformedReceiptException("seen holds no run of numbers like 1-27");
        }
        Run run = new Run(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)));
        if (run.first() < 1 || run.last() < run.first()) {
            throw new MalformedReceiptException("seen holds a run that begins below 1, or ends before it begins");
        }
        return run;
    }
}
