package dev.partnerattribution.cli.report.statistics;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partnerattribution.cli.report.receipts.Purpose;
import dev.partnerattribution.cli.report.receipts.Reason;
import dev.partnerattribution.cli.report.receipts.Receipt.Attribution;
import dev.partnerattribution.cli.report.receipts.Receipt.Request;
import dev.partnerattribution.cli.report.receipts.Receipt.RequestLine;
import dev.partnerattribution.cli.report.receipts.Receipt.Trace;
import dev.partnerattribution.cli.report.statistics.ChildProcesses.Started;
import dev.partnerattribution.cli.report.statistics.SequenceNumbers.Run;
import dev.partnerattribution.cli.terminal.JsonText;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes all that statistics hold, one JSON object in a line, as {@code docs/counts.schema.json} describes it. */
public final class CountsWriter {
    /** In one line, which is to stay as short as those of receipts; a JVM that lost very many has several lines. */
    private static final int MOST_RUNS = 1_000;

    private final ReceiptStatistics statistics;
    private final Appendable out;
    private long lines;

    private CountsWriter(ReceiptStatistics statistics, Appendable out) {
        this.statistics = statistics;
        this.out = out;
    }

    /** Writes them; a reader that adds up all lines has the same statistics. */
    public static void write(ReceiptStatistics statistics, Appendable out) throws IOException {
        CountsWriter writer = new CountsWriter(statistics, out);
        writer.requests();
        writer.writes();
        writer.children();
        writer.jvms();
        writer.unread();
        writer.rows();
        long all = writer.lines + 1;
        writer.line("end", json -> json.writeNumberField("lines", all));
    }

    private void line(String kind, JsonText.Content fields) throws IOException {
        lines++;
        out.append(JsonText.documentLine(json -> {
            json.writeStringField("kind", kind);
            fields.writeTo(json);
        }));
    }

    private void requests() throws IOException {
        for (Purpose purpose : Purpose.values()) {
            line("requests", json -> {
                json.writeStringField("purpose", purpose.key());
                counts(json, statistics.of(purpose));
            });
        }
        texts("route", "route", statistics.routeNumbers());
        texts("host", "host", statistics.hostNumbers());
        texts("connection", "connection", statistics.connectionNumbers());
        unnamed("connections", statistics.connectionNumbers().unnamed());
        if (statistics.hasTime()) {
            line("time", json -> time(json, statistics.from()));
            line("time", json -> time(json, statistics.to()));
        }
    }

    private void writes() throws IOException {
        for (Map.Entry<String, Counts> type : statistics.deployedByType().entrySet()) {
            line("type", json -> {
                json.writeStringField("type", type.getKey());
                counts(json, type.getValue());
            });
        }
        for (Map.Entry<Reason, Counts> reason : statistics.missingByReason().entrySet()) {
            line("missing", json -> {
                json.writeStringField("why", reason.getKey().toString());
                counts(json, reason.getValue());
            });
            for (RequestLine example : statistics.examples(reason.getKey())) {
                line("example", json -> {
                    request(json, example.request());
                    trace(json, example.trace());
                });
            }
        }
        texts("tracking-id", "id", statistics.allWrites().byId());
        texts("other-id", "id", statistics.allWrites().byOtherId());
    }

    private void texts(String kind, String name, NumbersByText numbers) throws IOException {
        for (Map.Entry<String, Long> number : numbers.all().entrySet()) {
            line(kind, json -> {
                json.writeStringField(name, number.getKey());
                json.writeNumberField("times", number.getValue());
            });
        }
    }

    private void unnamed(String kind, long times) throws IOException {
        if (times > 0) {
            line(kind, json -> json.writeNumberField("times", times));
        }
    }

    private void children() throws IOException {
        for (Started child : statistics.childProcesses().all()) {
            line("child", json -> {
                json.writeStringField("jvm", child.first().origin().jvm());
                json.writeNumberField("n", child.first().origin().number());
                time(json, child.first().time());
                json.writeStringField("program", child.first().environment().program());
                attribution(json, child.first().environment().attribution());
                JsonText.texts(json, "variables", child.first().environment().variables());
                json.writeNumberField("times", child.times());
            });
        }
        unnamed("children", statistics.childProcesses().unnamed());
    }

    private void jvms() throws IOException {
        for (JvmLog jvm : statistics.jvms()) {
            List<Run> runs = jvm.runs();
            int from = 0;
            do {
                int to = Math.min(from + MOST_RUNS, runs.size());
                jvm(jvm, runs.subList(from, to));
                from = to;
            } while (from < runs.size());
        }
    }

    private void jvm(JvmLog jvm, List<Run> runs) throws IOException {
        line("jvm", json -> {
            json.writeStringField("jvm", jvm.name());
            json.writeNumberField("highest", jvm.highest());
            json.writeNumberField("dropped", jvm.droppedAsTold());
            json.writeStringField("ended", jvm.isEnded() ? "yes" : "no");
            JsonText.texts(
                    json,
                    "seen",
                    runs.stream().map(run -> run.first() + "-" + run.last()).toList());
        });
    }

    private void unread() throws IOException {
        Unread unread = statistics.unread();
        line("unread", json -> {
            json.writeNumberField("unreadable", unread.lines());
            json.writeNumberField("newer", unread.newerLines());
            json.writeNumberField("unknown", unread.unknownKinds());
        });
        for (String message : unread.messages()) {
            line("message", json -> json.writeStringField("message", message));
        }
    }

    private void rows() throws IOException {
        for (RequestRow row : statistics.rows()) {
            for (Trace trace : row.traces()) {
                line("row", json -> {
                    request(json, row.request());
                    trace(json, trace);
                });
            }
            long more = row.count() - row.traces().size();
            if (more > 0) {
                line("rows", json -> {
                    request(json, row.request());
                    time(json, row.first());
                    json.writeNumberField("times", more);
                });
            }
        }
    }

    private static void counts(JsonGenerator json, Counts counts) throws IOException {
        json.writeNumberField("withId", counts.ours());
        json.writeNumberField("withAnothers", counts.others());
        json.writeNumberField("withNone", counts.none());
        json.writeNumberField("refused", counts.refused());
    }

    private static void time(JsonGenerator json, long milliseconds) throws IOException {
        json.writeStringField("time", Instant.ofEpochMilli(milliseconds).toString());
    }

    private static void request(JsonGenerator json, Request request) throws IOException {
        json.writeStringField("route", request.route());
        json.writeStringField("method", request.operation().method());
        json.writeStringField("host", request.operation().host());
        text(json, "provider", request.operation().provider());
        text(json, "type", request.operation().type());
        text(json, "action", request.operation().action());
        text(json, "apiVersion", request.operation().apiVersion());
        text(json, "tenant", request.target().tenant());
        text(json, "subscription", request.target().subscription());
        text(json, "resourceGroup", request.target().resourceGroup());
        text(json, "name", request.target().name());
        attribution(json, request.attribution());
        if (request.answer().status() > 0) {
            json.writeNumberField("status", request.answer().status());
        }
        text(json, "failure", request.answer().failure());
    }

    private static void attribution(JsonGenerator json, Attribution attribution) throws IOException {
        json.writeStringField("pid", attribution.pid().toString());
        text(json, "why", attribution.why());
        text(json, "trackingId", attribution.trackingId());
        text(json, "other", attribution.other());
    }

    private static void trace(JsonGenerator json, Trace trace) throws IOException {
        time(json, trace.time());
        if (trace.milliseconds() >= 0) {
            json.writeNumberField("milliseconds", trace.milliseconds());
        }
        text(json, "correlationId", trace.correlationId());
        text(json, "requestId", trace.requestId());
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }
}
