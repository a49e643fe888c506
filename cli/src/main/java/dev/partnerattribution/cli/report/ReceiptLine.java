package dev.partnerattribution.cli.report;

import dev.partnerattribution.cli.report.Receipt.Answer;
import dev.partnerattribution.cli.report.Receipt.Handed;
import dev.partnerattribution.cli.report.Receipt.Mark;
import dev.partnerattribution.cli.report.Receipt.Operation;
import dev.partnerattribution.cli.report.Receipt.Origin;
import dev.partnerattribution.cli.report.Receipt.Sent;
import dev.partnerattribution.cli.report.Receipt.Target;
import dev.partnerattribution.cli.report.Receipt.Trace;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Reads one line of a receipts file, as {@code docs/receipt.schema.json} describes it. */
final class ReceiptLine {
    private static final long VERSION = 1;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Properties properties;

    private ReceiptLine(Properties properties) {
        this.properties = properties;
    }

    /** @throws MalformedReceiptException if the line is no receipt, of this or a later version */
    static Receipt read(byte[] line) throws MalformedReceiptException {
        Properties properties = Properties.of(line);
        long version = properties.number("v", 1);
        return version == VERSION ? new ReceiptLine(properties).receipt() : new Receipt.Newer(version);
    }

    private Receipt receipt() throws MalformedReceiptException {
        String jvm = properties.required("jvm");
        return switch (properties.required("kind")) {
            case "request" -> request(origin(jvm));
            case "child" -> new Receipt.Child(origin(jvm), time(), handed());
            case "end" -> new Receipt.End(jvm, properties.number("written", 0), properties.number("dropped", 0));
            default -> new Receipt.Unknown(properties.hasNumber("n") ? origin(jvm) : new Origin(jvm, 0));
        };
    }

    private Origin origin(String jvm) throws MalformedReceiptException {
        return new Origin(jvm, properties.number("n", 1));
    }

    private Receipt request(Origin origin) throws MalformedReceiptException {
        Sent sent = new Sent(properties.required("route"), operation(), target(), mark(), answer());
        return new Receipt.Request(origin, sent, trace());
    }

    private Operation operation() throws MalformedReceiptException {
        return new Operation(
                properties.required("method").toUpperCase(Locale.ROOT),
                properties.required("host"),
                properties.text("provider"),
                properties.text("type"),
                properties.text("action"),
                properties.text("apiVersion"));
    }

    private Target target() {
        return new Target(
                properties.text("tenant"),
                properties.text("subscription"),
                properties.text("resourceGroup"),
                properties.text("name"));
    }

    private Mark mark() throws MalformedReceiptException {
        return new Mark(pid(), properties.text("why"), properties.text("trackingId"), properties.text("other"));
    }

    private Pid pid() throws MalformedReceiptException {
        String word = properties.required("pid");
        for (Pid pid : Pid.values()) {
            if (pid.toString().equals(word)) {
                return pid;
            }
        }
        throw new MalformedReceiptException("pid is none of: stamped, present, other, none");
    }

    private Answer answer() throws MalformedReceiptException {
        long status = properties.hasNumber("status") ? properties.number("status", 100) : 0;
        if (status > 999) {
            throw new MalformedReceiptException("status is no HTTP status");
        }
        return new Answer((int) status, properties.text("failure"));
    }

    private Trace trace() throws MalformedReceiptException {
        return new Trace(
                time(),
                properties.hasNumber("milliseconds") ? properties.number("milliseconds", 0) : -1,
                properties.text("correlationId"),
                properties.text("requestId"));
    }

    private Handed handed() throws MalformedReceiptException {
        return new Handed(properties.required("program"), mark(), properties.list("variables"));
    }

    private long time() throws MalformedReceiptException {
        try {
            Instant time = Instant.parse(properties.required("time"));
            if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST)) {
                return time.toEpochMilli();
            }
        } catch (DateTimeParseException malformed) {
            // Told below.
        }
        throw new MalformedReceiptException("time is no time like 2026-11-25T18:00:00Z");
    }
}
