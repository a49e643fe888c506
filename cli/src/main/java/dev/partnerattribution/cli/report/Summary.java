package dev.partnerattribution.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partnerattribution.cli.terminal.JsonText;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.internal.receipts.UnderReported;
import java.io.IOException;
import java.util.Map;

/** The figures of the page, for a program and, in short, for a terminal. */
final class Summary {
    private final Ledger ledger;

    Summary(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A few lines: the headline, and the title of each finding. */
    String text() {
        Headline headline = new Headline(ledger);
        StringBuilder text = new StringBuilder(Sanitizer.shown(headline.sentence())).append('\n');
        if (Verdict.of(ledger) != Verdict.COMPLETE) {
            text.append(headline.more()).append('\n');
        }
        for (Finding finding : Findings.of(ledger)) {
            text.append("- ").append(finding.level().label()).append(": ");
            text.append(finding.title()).append('\n');
        }
        return text.toString();
    }

    String json() {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("verdict", Verdict.of(ledger).toString());
            json.writeStringField("headline", new Headline(ledger).sentence());
            json.writeNumberField("receipts", ledger.receipts());
            json.writeNumberField("lost", ledger.lost());
            json.writeNumberField("unreadable", ledger.unread().lines());
            json.writeNumberField("newer", ledger.unread().newerLines());
            requests(json);
            numbers(json, "trackingIds", "id", ledger.writesById());
            numbers(json, "otherIds", "id", ledger.writesByOtherId());
            types(json);
            children(json);
            jvms(json);
            findings(json);
            json.writeEndObject();
        });
    }

    private void requests(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("requests");
        for (Purpose purpose : Purpose.values()) {
            json.writeObjectFieldStart(purpose.key());
            counts(json, ledger.of(purpose));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, Counts counts) throws IOException {
        json.writeNumberField("all", counts.all());
        json.writeNumberField("withId", counts.ours());
        json.writeNumberField("withAnothers", counts.others());
        json.writeNumberField("withNone", counts.none());
        json.writeNumberField("refused", counts.refused());
    }

    private static void numbers(JsonGenerator json, String list, String name, Map<String, Long> numbers)
            throws IOException {
        json.writeArrayFieldStart(list);
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            json.writeStartObject();
            json.writeStringField(name, number.getKey());
            json.writeNumberField("writes", number.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void types(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("types");
        for (Map.Entry<String, Counts> type : ledger.deployedByType().entrySet()) {
            json.writeStartObject();
            json.writeStringField("type", type.getKey());
            counts(json, type.getValue());
            json.writeBooleanField("underReported", UnderReported.of(type.getKey()) != null);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void children(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("children");
        for (Map.Entry<Receipt.Handed, Long> child : ledger.children().entrySet()) {
            json.writeStartObject();
            json.writeStringField("program", child.getKey().program());
            json.writeNumberField("times", child.getValue());
            json.writeStringField("pid", child.getKey().mark().pid().toString());
            json.writeStringField("why", child.getKey().mark().why());
            texts(json, "variables", child.getKey().variables());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void jvms(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("jvms");
        for (Jvm jvm : ledger.jvms()) {
            json.writeStartObject();
            json.writeStringField("jvm", jvm.name());
            json.writeNumberField("receipts", jvm.receipts());
            json.writeNumberField("lost", jvm.lost());
            json.writeNumberField("dropped", jvm.dropped());
            json.writeBooleanField("ended", jvm.isEnded());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void findings(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : Findings.of(ledger)) {
            json.writeStartObject();
            json.writeStringField("level", finding.level().toString());
            json.writeStringField("title", finding.title());
            json.writeStringField("text", finding.text());
            texts(json, "details", finding.details());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String list, Iterable<String> texts) throws IOException {
        json.writeArrayFieldStart(list);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
