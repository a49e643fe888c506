package dev.partnerattribution.cli.report.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partnerattribution.cli.report.receipts.Pid;
import dev.partnerattribution.cli.report.receipts.Receipt.Attribution;
import dev.partnerattribution.cli.report.receipts.Receipt.Trace;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.report.statistics.RequestRow;
import dev.partnerattribution.cli.terminal.JsonText;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The rows of the table for the page's script: a list of numbers for each column, which is both the smallest and the fastest to
 * read. A number of a text column is a place in the list of texts, where each stands once, the empty one first.
 */
final class TableData {
    private final TableRows table;
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private TableData(TableRows table) {
        this.table = table;
        text("");
    }

    /** JSON that is safe within a script element. */
    static String of(ReceiptStatistics statistics) {
        TableData data = new TableData(TableRows.of(statistics));
        long base = statistics.hasTime() ? statistics.from() : 0;
        return JsonText.line(json -> data.write(json, base)).replace("<", "\\u003c");
    }

    private long text(String text) {
        return texts.computeIfAbsent(Sanitizer.shown(text), next -> texts.size());
    }

    private void write(JsonGenerator json, long base) throws IOException {
        json.writeStartObject();
        json.writeNumberField("base", base);
        column(json, "purpose", row -> text(row.request().purpose().key()));
        column(json, "method", row -> text(row.request().operation().method()));
        column(json, "type", row -> text(row.request().type()));
        column(json, "action", row -> text(row.request().operation().action()));
        column(json, "name", row -> text(row.request().target().name()));
        column(json, "group", row -> text(row.request().target().resourceGroup()));
        column(json, "subscription", row -> text(row.request().target().subscription()));
        column(json, "tenant", row -> text(row.request().target().tenant()));
        column(json, "pid", row -> text(row.request().attribution().pid().toString()));
        column(json, "id", row -> text(id(row.request().attribution())));
        column(json, "why", row -> text(why(row.request().attribution())));
        column(json, "route", row -> text(row.request().route()));
        column(json, "host", row -> text(row.request().operation().host()));
        column(json, "api", row -> text(row.request().operation().apiVersion()));
        column(json, "status", row -> row.request().answer().status());
        column(json, "failure", row -> text(row.request().answer().failure()));
        column(json, "count", RequestRow::count);
        column(json, "first", row -> row.first() - base);
        column(json, "traces", row -> table.traces(row).size());
        traces(json, base);
        texts(json);
        json.writeEndObject();
    }

    private static String id(Attribution mark) {
        return mark.pid() == Pid.OTHER ? mark.other() : mark.pid().isOurs() ? mark.trackingId() : "";
    }

    private static String why(Attribution mark) {
        return mark.pid().isOurs() ? "" : mark.reason().text();
    }

    private void column(JsonGenerator json, String name, ToLongFunction<RequestRow> value) throws IOException {
        json.writeArrayFieldStart(name);
        for (RequestRow row : table.rows()) {
            json.writeNumber(value.applyAsLong(row));
        }
        json.writeEndArray();
    }

    /** Those of all rows, one after another: time, duration, and two IDs that hardly ever come twice. */
    private void traces(JsonGenerator json, long base) throws IOException {
        json.writeArrayFieldStart("trace");
        for (RequestRow row : table.rows()) {
            for (Trace trace : table.traces(row)) {
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
