package dev.partnerattribution.cli.report.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partnerattribution.cli.report.receipts.Purpose;
import dev.partnerattribution.cli.report.receipts.Receipt;
import dev.partnerattribution.cli.report.statistics.Counts;
import dev.partnerattribution.cli.report.statistics.JvmLog;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.report.statistics.Verdict;
import dev.partnerattribution.cli.terminal.Colors;
import dev.partnerattribution.cli.terminal.Colors.Tone;
import dev.partnerattribution.cli.terminal.JsonText;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.internal.receipts.UnderReported;
import java.io.IOException;
import java.util.Map;

/** The figures of the page, for a program and, in short, for a terminal. */
public final class Summary {
    private final ReceiptStatistics statistics;

    /** Makes one of these. */
    public Summary(ReceiptStatistics statistics) {
        this.statistics = statistics;
    }

    /** A few lines: the headline, and the title of each finding. */
    public String text(Colors colors) {
        Headline headline = new Headline(statistics);
        Verdict verdict = Verdict.of(statistics);
        StringBuilder text =
                new StringBuilder(colors.paint(Sanitizer.shown(headline.sentence()), tone(verdict))).append('\n');
        if (verdict != Verdict.COMPLETE) {
            text.append(headline.more()).append('\n');
        }
        for (Finding finding : Findings.of(statistics)) {
            text.append("- ")
                    .append(colors.paint(finding.level().label(), tone(finding.level())))
                    .append(": ");
            text.append(finding.title()).append('\n');
        }
        return text.toString();
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case COMPLETE -> Tone.GOOD;
            case UNCERTAIN, NOTHING -> Tone.DOUBTFUL;
            case MISSING -> Tone.BAD;
        };
    }

    private static Tone tone(Finding.Level level) {
        return switch (level) {
            case MISSING -> Tone.BAD;
            case UNCERTAIN -> Tone.DOUBTFUL;
            case NOTE -> Tone.NOTED;
        };
    }

    /** All of them, as JSON. */
    public String json() {
        return JsonText.document(json -> {
            json.writeStringField("verdict", Verdict.of(statistics).toString());
            json.writeStringField("headline", new Headline(statistics).sentence());
            json.writeNumberField("receipts", statistics.receipts());
            json.writeNumberField("lost", statistics.lost());
            json.writeNumberField("unreadable", statistics.unread().lines());
            json.writeNumberField("newer", statistics.unread().newerLines());
            requests(json);
            numbers(json, "trackingIds", "id", statistics.writesById());
            numbers(json, "otherIds", "id", statistics.writesByOtherId());
            types(json);
            children(json);
            connections(json);
            jvms(json);
            findings(json);
        });
    }

    private void requests(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("requests");
        for (Purpose purpose : Purpose.values()) {
            json.writeObjectFieldStart(purpose.key());
            counts(json, statistics.of(purpose));
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
        for (Map.Entry<String, Counts> type : statistics.deployedByType().entrySet()) {
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
        for (Map.Entry<Receipt.ChildEnvironment, Long> child :
                statistics.children().entrySet()) {
            json.writeStartObject();
            json.writeStringField("program", child.getKey().program());
            json.writeNumberField("times", child.getValue());
            json.writeStringField("pid", child.getKey().attribution().pid().toString());
            json.writeStringField("why", child.getKey().attribution().why());
            JsonText.texts(json, "variables", child.getKey().variables());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void connections(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("unseenConnections");
        for (Map.Entry<String, Long> connection : statistics.unseenConnections().entrySet()) {
            json.writeStartObject();
            json.writeStringField("connection", connection.getKey());
            json.writeNumberField("times", connection.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void jvms(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("jvms");
        for (JvmLog jvm : statistics.jvms()) {
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
        for (Finding finding : Findings.of(statistics)) {
            json.writeStartObject();
            json.writeStringField("level", finding.level().toString());
            json.writeStringField("title", finding.title());
            json.writeStringField("text", finding.text());
            JsonText.texts(json, "details", finding.details());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
