package dev.partnerattribution.templates.internal.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partnerattribution.templates.CheckReport;
import dev.partnerattribution.templates.CheckedFile;
import dev.partnerattribution.templates.Finding;
import dev.partnerattribution.templates.SuppressedFinding;
import java.io.IOException;
import java.util.Locale;

/** The report for scripts. */
public final class JsonReport {
    private JsonReport() {}

    public static String of(CheckReport report) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", 1);
            json.writeNumberField("templates", report.templates());
            json.writeArrayFieldStart("files");
            for (CheckedFile file : report.files()) {
                write(json, file);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, CheckedFile file) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.file());
        json.writeStringField(
                "kind", file.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeArrayFieldStart("findings");
        for (Finding finding : file.findings()) {
            write(json, finding);
        }
        json.writeEndArray();
        if (!file.unchecked().isEmpty()) {
            json.writeStringField("unchecked", file.unchecked());
        }
        if (!file.suppressed().isEmpty()) {
            json.writeArrayFieldStart("suppressed");
            for (SuppressedFinding suppressed : file.suppressed()) {
                json.writeStartObject();
                fields(json, suppressed.finding());
                json.writeStringField("reason", suppressed.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        fields(json, finding);
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, Finding finding) throws IOException {
        json.writeNumberField("line", finding.position().line());
        json.writeNumberField("column", finding.position().column());
        json.writeStringField("rule", finding.rule().id());
        json.writeStringField("name", finding.rule().title());
        json.writeStringField("level", finding.rule().level().toString());
        json.writeStringField("why", finding.why());
        json.writeStringField("fix", finding.fix());
    }
}
