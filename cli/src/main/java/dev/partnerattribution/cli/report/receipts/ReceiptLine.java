package dev.partnerattribution.cli.report.receipts;

import dev.partnerattribution.cli.report.receipts.Receipt.Answer;
import dev.partnerattribution.cli.report.receipts.Receipt.Attribution;
import dev.partnerattribution.cli.report.receipts.Receipt.ChildEnvironment;
import dev.partnerattribution.cli.report.receipts.Receipt.Operation;
import dev.partnerattribution.cli.report.receipts.Receipt.Origin;
import dev.partnerattribution.cli.report.receipts.Receipt.Request;
import dev.partnerattribution.cli.report.receipts.Receipt.Target;
import dev.partnerattribution.cli.report.receipts.Receipt.Trace;
import java.util.List;
import java.util.Locale;

/** Reads one line of a receipts file, as {@code docs/receipt.schema.json} describes it. */
public final class ReceiptLine {
    private static final long VERSION = 1;

    /** Ten times as many as there are. */
    private static final int MOST_VARIABLES = 100;

    private final Properties properties;

    private ReceiptLine(Properties properties) {
        this.properties = properties;
    }

    /**
     * Returns what the properties of a line say.
     *
     * @throws MalformedReceiptException if they are no receipt, of this or a later version
     */
    public static Receipt of(Properties properties) throws MalformedReceiptException {
        long version = properties.number(Field.V, 1);
        return version == VERSION ? new ReceiptLine(properties).receipt() : new Receipt.NewerLine(version);
    }

    /** Returns the request that they say, whatever else they do. */
    public static Request request(Properties properties) throws MalformedReceiptException {
        return new ReceiptLine(properties).request();
    }

    /** Returns what they say of one time that a request was sent. */
    public static Trace trace(Properties properties) throws MalformedReceiptException {
        return new ReceiptLine(properties).trace();
    }

    /** Returns the start of a child process that they say. */
    public static Receipt.ChildLine child(Properties properties) throws MalformedReceiptException {
        return new ReceiptLine(properties).child(properties.required(Field.JVM));
    }

    private Receipt receipt() throws MalformedReceiptException {
        String jvm = properties.required(Field.JVM);
        return switch (properties.required(Field.KIND)) {
            case "request" -> new Receipt.RequestLine(origin(jvm), request(), trace());
            case "child" -> child(jvm);
            case "connection" ->
                new Receipt.ConnectionLine(
                        origin(jvm), time(), properties.required(Field.HOST), properties.text(Field.OPENED_BY));
            case "end" ->
                new Receipt.EndLine(jvm, properties.number(Field.WRITTEN, 0), properties.number(Field.DROPPED, 0));
            default -> new Receipt.UnknownLine(properties.hasNumber(Field.N) ? origin(jvm) : new Origin(jvm, 0));
        };
    }

    private Origin origin(String jvm) throws MalformedReceiptException {
        return new Origin(jvm, properties.number(Field.N, 1));
    }

    private Receipt.ChildLine child(String jvm) throws MalformedReceiptException {
        return new Receipt.ChildLine(origin(jvm), time(), environment());
    }

    private Request request() throws MalformedReceiptException {
        return new Request(properties.required(Field.ROUTE), operation(), target(), attribution(), answer());
    }

    private Operation operation() throws MalformedReceiptException {
        return new Operation(
                properties.required(Field.METHOD).toUpperCase(Locale.ROOT),
                properties.required(Field.HOST),
                properties.text(Field.PROVIDER),
                properties.text(Field.TYPE),
                properties.text(Field.ACTION),
                properties.text(Field.API_VERSION));
    }

    private Target target() {
        return new Target(
                properties.text(Field.TENANT),
                properties.text(Field.SUBSCRIPTION),
                properties.text(Field.RESOURCE_GROUP),
                properties.text(Field.NAME));
    }

    private Attribution attribution() throws MalformedReceiptException {
        return new Attribution(
                pid(), properties.text(Field.WHY), properties.text(Field.TRACKING_ID), properties.text(Field.OTHER));
    }

    private Pid pid() throws MalformedReceiptException {
        String word = properties.required(Field.PID);
        for (Pid pid : Pid.values()) {
            if (pid.toString().equals(word)) {
                return pid;
            }
        }
        throw new MalformedReceiptException("pid is none of: stamped, present, other, none");
    }

    private Answer answer() throws MalformedReceiptException {
        long status = properties.hasNumber(Field.STATUS) ? properties.number(Field.STATUS, 100) : 0;
        if (status > 999) {
            throw new MalformedReceiptException("status is no HTTP status");
        }
        return new Answer((int) status, properties.text(Field.FAILURE));
    }

    private Trace trace() throws MalformedReceiptException {
        return new Trace(
                time(),
                properties.hasNumber(Field.MILLISECONDS) ? properties.number(Field.MILLISECONDS, 0) : -1,
                properties.text(Field.CORRELATION_ID),
                properties.text(Field.REQUEST_ID));
    }

    private ChildEnvironment environment() throws MalformedReceiptException {
        List<String> variables = properties.list(Field.VARIABLES);
        return new ChildEnvironment(
                properties.required(Field.PROGRAM),
                attribution(),
                variables.size() > MOST_VARIABLES ? variables.subList(0, MOST_VARIABLES) : variables);
    }

    private long time() throws MalformedReceiptException {
        return Times.milliseconds(properties.required(Field.TIME));
    }
}
