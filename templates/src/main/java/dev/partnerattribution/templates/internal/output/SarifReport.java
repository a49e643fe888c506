package dev.partnerattribution.templates.internal.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partnerattribution.templates.CheckReport;
import dev.partnerattribution.templates.Finding;
import dev.partnerattribution.templates.Rule;
import dev.partnerattribution.templates.SuppressedFinding;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report as SARIF 2.1.0. All rules are described in it, whether broken or not. */
public final class SarifReport {
    /** What the rules go by. */
    private static final String PAGE =
            "https://learn.microsoft.com/partner-center/marketplace-offers/azure-partner-customer-usage-attribution";

    private static final List<Rule> RULES = List.of(Rule.values());
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifReport() {}

    public static String of(CheckReport report) {
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
                result(json, finding, null);
            }
            for (SuppressedFinding suppressed : report.suppressed()) {
                result(json, suppressed.finding(), suppressed);
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
        json.writeStringField("version", version());
        json.writeStringField("informationUri", PAGE);
        json.writeArrayFieldStart("rules");
        for (Rule rule : RULES) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            json.writeStringField("name", rule.title());
            text(json, "shortDescription", rule.why());
            text(json, "help", rule.fix() + " See " + rule.page() + ".");
            json.writeStringField("helpUri", PAGE);
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

    private static String version() {
        String version = SarifReport.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    private static void result(JsonGenerator json, Finding finding, @Nullable SuppressedFinding suppressed)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule().id());
        json.writeNumberField("ruleIndex", RULES.indexOf(finding.rule()));
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
        if (suppressed != null) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", suppressed.inSource() ? "inSource" : "external");
            json.writeStringField("justification", suppressed.reason());
            json.writeEndObject();
            json.writeEndArray();
        }
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
