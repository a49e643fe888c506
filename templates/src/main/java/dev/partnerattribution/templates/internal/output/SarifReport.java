package dev.partnerattribution.templates;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The report as SARIF 2.1.0. All rules are described in it, whether broken or not. */
final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifReport() {}

    static String of(CheckReport report) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(json);
            json.writeStringField("columnKind", "utf16CodeUnits");
            json.writeArrayFieldStart("results");
            for (Finding finding : report.findings()) {
                result(json, finding);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void tool(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "partner-attribution");
        json.writeArrayFieldStart("rules");
        for (Rule rule : Rule.values()) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            json.writeStringField("name", rule.title());
            text(json, "shortDescription", rule.why());
            text(json, "help", rule.fix());
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", rule.level().toString());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule().id());
        json.writeStringField("level", finding.rule().level().toString());
        text(json, "message", finding.why() + " Fix: " + finding.fix());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(finding.file()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", finding.position().line());
        json.writeNumberField("startColumn", finding.position().column());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Relative where the file was named so: what reads the report knows the root. */
    private static String uri(String file) {
        String path = file.replace('\\', '/');
        boolean absolute = path.startsWith("/") || Path.of(file).isAbsolute();
        try {
            String slashed = absolute && !path.startsWith("/") ? "/" + path : path;
            return new URI(absolute ? "file" : null, absolute ? "" : null, slashed, null).toASCIIString();
        } catch (URISyntaxException strange) {
            return URLEncoder.encode(path, StandardCharsets.UTF_8);
        }
    }
}
