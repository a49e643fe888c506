package dev.partnerattribution.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partnerattribution.cli.report.Receipt.Mark;
import dev.partnerattribution.cli.report.Receipt.Trace;
import dev.partnerattribution.cli.terminal.JsonText;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The rows of the table for the page's script: a list of numbers for each column, which is both the smallest and the fastest to
 * read. A number of a text column is a place in the list of texts, where each stands once, the empty one first.
 */
final class TableData {
    private final Collection<Row> rows;
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private TableData(Collection<Row> rows) {
        this.rows = rows;
        text("");
    }

    /** JSON that is safe within a script element. */
    static String of(Ledger ledger) {
        TableData data = new TableData(ledger.rows().all());
        long base = ledger.hasTime() ? ledger.from() : 0;
        return JsonText.line(json -> data.write(json, base)).replace("<", "\\u003c");
    }

    private long text(String text) {
        return texts.computeIfAbsent(Sanitizer.shown(text), next -> texts.size());
    }

    private void write(JsonGenerator json, long base) throws IOException {
        json.writeStartObject();
        json.writeNumberField("base", base);
        column(json, "purpose", row -> text(row.sent().purpose().key()));
        column(json, "method", row -> text(row.sent().operation().method()));
        column(json, "type", row -> text(row.sent().type()));
        column(json, "action", row -> text(row.sent().operation().action()));
        column(json, "name", row -> text(row.sent().target().name()));
        column(json, "group", row -> text(row.sent().target().resourceGroup()));
        column(json, "subscription", row -> text(row.sent().target().subscription()));
        column(json, "tenant", row -> text(row.sent().target().tenant()));
        column(json, "pid", row -> text(row.sent().mark().pid().toString()));
        column(json, "id", row -> text(id(row.sent().mark())));
        column(json, "why", row -> text(why(row.sent().mark())));
        column(json, "route", row -> text(row.sent().route()));
        column(json, "host", row -> text(row.sent().operation().host()));
        column(json, "api", row -> text(row.sent().operation().apiVersion()));
        column(json, "status", row -> row.sent().answer().status());
        column(json, "failure", row -> text(row.sent().answer().failure()));
        column(json, "count", Row::count);
        column(json, "first", row -> row.first() - base);
        column(json, "traces", row -> row.traces().size());
        traces(json, base);
        texts(json);
        json.writeEndObject();
    }

    private static String id(Mark mark) {
        return mark.pid() == Pid.OTHER ? mark.other() : mark.pid().isOurs() ? mark.trackingId() : "";
    }

    private static String why(Mark mark) {
        return mark.pid().isOurs() ? "" : mark.reason().text();
    }

    private void column(JsonGenerator json, String name, ToLongFunction<Row> value) throws IOException {
        json.writeArrayFieldStart(name);
        for (Row row : rows) {
            json.writeNumber(value.applyAsLong(row));
        }
        json.writeEndArray();
    }

    /** Those of all rows, one after another: time, duration, and two IDs that hardly ever come twice. */
    private void traces(JsonGenerator json, long base) throws IOException {
        json.writeArrayFieldStart("trace");
        for (Row row : rows) {
            for (Trace trace : row.traces()) {
                json.writeNumber(trace.time() - base);
                json.writeNumber(trace.milliseconds());
                json.writeString(Sanitizer.shown(trace.correlationId()));
                json.writeString(Sanitizer.shown(trace.requestId()));
            }
        }
        json.writeEndArray();
    }

    /** Last: the columns fill it. */
    private void texts(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("texts");
        for (String text : texts.keySet()) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
