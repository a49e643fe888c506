package dev.partnerattribution.cli.doctor.printing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.doctor.detecting.Coverage;
import dev.partnerattribution.cli.doctor.detecting.Setup;
import dev.partnerattribution.cli.doctor.detecting.Way;
import dev.partnerattribution.cli.doctor.diagnosing.Diagnosis;
import dev.partnerattribution.cli.doctor.diagnosing.Finding;
import dev.partnerattribution.cli.doctor.diagnosing.NextSteps;
import dev.partnerattribution.cli.doctor.scanning.Unread;
import dev.partnerattribution.cli.terminal.JsonText;
import java.io.IOException;
import java.util.Locale;

/** A diagnosis as a program reads it; {@code docs/doctor.md} describes it. */
public final class JsonReport {
    private JsonReport() {}

    public static String of(Diagnosis diagnosis) {
        return JsonText.document(json -> {
            json.writeStringField("application", diagnosis.application().name());
            json.writeStringField(
                    "kind",
                    diagnosis
                            .application()
                            .kind()
                            .name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-'));
            json.writeStringField("verdict", diagnosis.verdict().label());
            writeSetup(json, diagnosis);
            json.writeArrayFieldStart("ways");
            for (Way way : diagnosis.ways()) {
                write(json, way);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("findings");
            for (Finding finding : diagnosis.findings()) {
                write(json, finding);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("unread");
            for (Unread unread : diagnosis.scanned().unread()) {
                json.writeStartObject();
                json.writeStringField("where", unread.where());
                json.writeStringField("why", unread.why());
                json.writeEndObject();
            }
            json.writeEndArray();
            JsonText.texts(json, "nextSteps", NextSteps.of(diagnosis));
        });
    }

    private static void writeSetup(JsonGenerator json, Diagnosis diagnosis) throws IOException {
        Setup setup = diagnosis.setup();
        TrackingId id = setup.trackingId();
        json.writeStringField("trackingId", id == null ? null : id.token());
        json.writeStringField("attribution", setup.attribution());
        json.writeBooleanField("runtimeJar", setup.hasRuntimeJar());
        json.writeBooleanField("runtimeJarFound", setup.runtimeJarIsFound());
        json.writeBooleanField("agent", setup.hasAgent());
        json.writeBooleanField("woven", setup.isWoven());
        json.writeNumberField("archives", diagnosis.archives());
        json.writeNumberField("classes", diagnosis.classes());
    }

    private static void write(JsonGenerator json, Way way) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", way.name());
        json.writeStringField("route", way.route() == null ? null : way.route().label());
        json.writeStringField("version", way.version());
        json.writeStringField("sentBy", way.sentBy());
        json.writeStringField("certainty", way.certainty().label());
        JsonText.texts(
                json, "coveredBy", way.coverage().stream().map(Coverage::label).toList());
        json.writeBooleanField("covered", way.inEffect());
        json.writeStringField("remark", way.remark());
        JsonText.texts(json, "where", way.where());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", finding.conflict() ? "conflict" : "note");
        json.writeStringField("what", finding.what());
        json.writeStringField("where", finding.where());
        json.writeStringField("todo", finding.todo());
        json.writeEndObject();
    }
}
