package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.RefusedException;
import java.time.Instant;

/** One deployment that was asked for. */
record Deployment(ArmPath path, ObjectNode request, String correlationId) {

    /** Refuses what Azure Resource Manager can't even begin to deploy. */
    void check() {
        if (!request.path("properties").isObject()) {
            throw new RefusedException(400, "InvalidRequestContent", "The deployment has no properties.");
        }
        boolean linked = properties().path("templateLink").isObject();
        if (!linked && !template().path("resources").isContainerNode()) {
            throw new RefusedException(400, "InvalidTemplate", "The template has no resources.");
        }
        checkResources(template().path("resources"));
    }

    private static void checkResources(JsonNode resources) {
        for (JsonNode resource : resources) {
            if (!resource.path("type").isTextual() || !resource.path("name").isTextual()) {
                throw new RefusedException(
                        400, "InvalidTemplate", "A resource of the template has no type or no name.");
            }
            checkResources(resource.path("resources"));
        }
    }

    /** Where its data is kept; empty if it does not say. */
    String location() {
        return request.path("location").asText();
    }

    String id() {
        return path.id();
    }

    JsonNode template() {
        return properties().path("template");
    }

    JsonNode parameters() {
        return properties().path("parameters");
    }

    /** The deployment as a resource, in this provisioning state. */
    ObjectNode inState(String state) {
        ObjectNode deployment =
                Json.object().put("id", id()).put("name", path.name()).put("type", Deployments.TYPE);
        for (String copied : new String[] {"location", "tags"}) {
            if (request.has(copied)) {
                deployment.set(copied, request.get(copied));
            }
        }
        ObjectNode properties = deployment
                .putObject("properties")
                .put("mode", properties().path("mode").asText("Incremental"))
                .put("provisioningState", state)
                .put("timestamp", Instant.now().toString())
                .put("duration", "PT1S")
                .put("correlationId", correlationId);
        properties.set("parameters", parameters().isObject() ? parameters() : Json.object());
        properties.putArray("providers");
        properties.putArray("dependencies");
        return deployment;
    }

    /** The deployment as a resource that could not be finished. */
    ObjectNode failed(RefusedException refused) {
        ObjectNode deployment = inState("Failed");
        deployment.withObjectProperty("properties").set("error", refused.error());
        return deployment;
    }

    private JsonNode properties() {
        return request.path("properties");
    }
}
