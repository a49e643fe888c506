package dev.partnerattribution.cli.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partnerattribution.cli.terminal.Amount;
import dev.partnerattribution.cli.terminal.JsonText;
import dev.partnerattribution.cli.terminal.Table;
import dev.partnerattribution.cli.verify.Deployments.Deployment;
import dev.partnerattribution.cli.verify.Evidence.Attributed;
import java.io.IOException;

/** The evidence as a person or a program reads it. */
final class Report {
    private Report() {}

    static String text(Evidence evidence, Scope scope) {
        String head = "deployment   " + evidence.deployment().name() + " in " + scope + " ("
                + evidence.deployment().state() + ")\ncorrelation  " + evidence.correlationId() + "\nof the same run "
                + Amount.of(evidence.deployments().size(), "deployment") + "\n\n";
        if (evidence.resources().isEmpty()) {
            return head
                    + "No resource is attributed: deploy the whole template, not only the deployment that carries the "
                    + "tracking ID.\n";
        }
        Table table = new Table("RESOURCE", "STATE", "BY DEPLOYMENT", "");
        for (Attributed resource : evidence.resources()) {
            table.row(
                    resource.id(),
                    resource.state(),
                    resource.deployment(),
                    resource.listedByScript() ? "" : "not listed by Microsoft's script");
        }
        return head + table + "\n" + sum(evidence) + "\n";
    }

    private static String sum(Evidence evidence) {
        if (!evidence.isOfTrackingId()) {
            return "Nothing is attributed: " + evidence.deployment().name()
                    + " is no tracking ID. Name the deployment of the template that is called pid-…";
        }
        long left = evidence.resources().size() - evidence.attributed();
        return Amount.of(evidence.attributed(), "resource") + " attributed"
                + (left == 0 ? "" : "; " + Amount.of(left) + " did not succeed, or not yet");
    }

    static String json(Evidence evidence) {
        return JsonText.document(json -> {
            json.writeStringField("deployment", evidence.deployment().id());
            json.writeStringField("state", evidence.deployment().state());
            json.writeStringField("correlationId", evidence.correlationId());
            JsonText.texts(
                    json,
                    "deployments",
                    evidence.deployments().stream().map(Deployment::id).toList());
            json.writeArrayFieldStart("resources");
            for (Attributed resource : evidence.resources()) {
                write(json, resource);
            }
            json.writeEndArray();
            json.writeNumberField("attributed", evidence.attributed());
            JsonText.texts(json, "otherIds", evidence.otherIds());
            JsonText.texts(json, "unread", evidence.unread());
        });
    }

    private static void write(JsonGenerator json, Attributed resource) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", resource.id());
        json.writeStringField("type", resource.type());
        json.writeStringField("state", resource.state());
        json.writeStringField("deployment", resource.deployment());
        json.writeBooleanField("listedByScript", resource.listedByScript());
        json.writeEndObject();
    }
}
