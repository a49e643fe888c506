package dev.partnerattribution.cli.id;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.terminal.JsonText;
import java.io.IOException;
import java.util.List;

/** Verdicts for a program, as {@code docs/id-check.schema.json} describes them. */
final class VerdictsAsJson {
    private VerdictsAsJson() {}

    static String of(List<Verdict> verdicts) {
        return JsonText.document(json -> write(json, verdicts));
    }

    private static void write(JsonGenerator json, List<Verdict> verdicts) throws IOException {
        json.writeArrayFieldStart("ids");
        for (Verdict verdict : verdicts) {
            json.writeStartObject();
            json.writeStringField("input", verdict.text());
            json.writeBooleanField("valid", verdict.id() != null);
            if (verdict.id() == null) {
                json.writeStringField("fault", verdict.fault());
            } else {
                write(json, verdict, verdict.id());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Verdict verdict, TrackingId id) throws IOException {
        json.writeStringField("form", verdict.form());
        json.writeStringField("token", id.token());
        json.writeStringField("guid", id.guid());
        json.writeStringField("doubt", id.doubt());
        json.writeArrayFieldStart("tools");
        for (Acceptance tool : Acceptance.of(id)) {
            json.writeStartObject();
            json.writeStringField("tool", tool.tool());
            json.writeBooleanField("accepted", tool.accepted());
            JsonText.texts(json, "write", tool.spellings());
            json.writeStringField("note", tool.trap());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
