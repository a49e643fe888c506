package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.RefusedException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out one deployment: puts what the template describes into the store, nested deployments too, and keeps an
 * operation for each. Copy loops and references to what was deployed are not worked out.
 */
final class TemplateRun {

    private final Store store;
    private final Deployment deployment;
    private final TemplateText text;
    private final DeploymentRules rules;
    private final Set<String> names = new HashSet<>();
    private Optional<RefusedException> refusal = Optional.empty();
    private final ArrayNode made = Json.object().putArray("outputResources");

    TemplateRun(Store store, Deployment deployment) {
        this.store = store;
        this.deployment = deployment;
        this.text = new TemplateText(deployment);
        this.rules = new DeploymentRules(store);
    }

    /**
     * Lets the nested deployments be under way, as they are while this one is: until then nobody else can have their names.
     * What is refused is told when this one ends.
     */
    TemplateRun begin() {
        try {
            register();
        } catch (RefusedException refused) {
            refusal = Optional.of(refused);
        }
        return this;
    }

    private void register() {
        for (JsonNode template : deployment.template().path("resources")) {
            ObjectNode resource = (ObjectNode) text.resolve(template);
            if (isDeployed(resource) && resource.path("type").asText().equalsIgnoreCase(Deployments.TYPE)) {
                Deployment inner = inner(path(resource, "", ""), resource, template);
                rules.checkNested(inner);
                store.put(inner.inState("Running"));
                new TemplateRun(store, inner).register();
            }
        }
    }

    /** Deploys everything; gives the deployment as it has succeeded. What is refused on the way makes it a failed one. */
    ObjectNode run() {
        try {
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            return succeed();
        } catch (RefusedException refused) {
            store.put(deployment.failed(refused));
            throw refused;
        }
    }

    private ObjectNode succeed() {
        for (JsonNode resource : deployment.template().path("resources")) {
            deploy(resource, "", "");
        }
        ObjectNode done = deployment.inState("Succeeded");
        ObjectNode properties = done.withObjectProperty("properties");
        JsonNode outputs = deployment.template().path("outputs");
        properties.set("outputs", outputs.isObject() ? text.resolve(outputs) : Json.object());
        properties.set("outputResources", made);
        store.put(done);
        return done;
    }

    private void deploy(JsonNode template, String parentType, String parentName) {
        ObjectNode resource = (ObjectNode) text.resolve(template);
        if (!isDeployed(resource)) {
            return;
        }
        String type = parentType + resource.path("type").asText();
        String name = parentName + resource.path("name").asText();
        ArmPath path = path(resource, parentType, parentName);
        DeploymentRules.checkOnce(names, path);
        if (type.equalsIgnoreCase(Deployments.TYPE)) {
            nested(path, resource, template);
        } else {
            ObjectNode plain = resource.deepCopy()
                    .put("id", path.id())
                    .put("name", path.name())
                    .put("type", type);
            plain.remove(List.of("apiVersion", "dependsOn", "condition", "resources", "scope"));
            store.put(Store.inState(plain, "Succeeded"));
        }
        made.addObject().put("id", path.id());
        operation(path, type);
        for (JsonNode child : template.path("resources")) {
            deploy(child, type + "/", name + "/");
        }
    }

    private static boolean isDeployed(ObjectNode resource) {
        return resource.path("condition").asBoolean(true)
                && !resource.path("existing").asBoolean();
    }

    private ArmPath path(ObjectNode resource, String parentType, String parentName) {
        String type = parentType + resource.path("type").asText();
        String name = parentName + resource.path("name").asText();
        return ArmPath.of(ResourceId.of(ResourceId.scope(deployment.path().scope(), resource), type, name));
    }

    private Deployment inner(ArmPath path, ObjectNode resource, JsonNode template) {
        ObjectNode properties = resource.withObjectProperty("properties");
        if (properties.at("/expressionEvaluationOptions/scope").asText().equalsIgnoreCase("inner")) {
            properties.set("template", template.at("/properties/template"));
        }
        Deployment inner = new Deployment(path, resource, deployment.correlationId());
        inner.check();
        return inner;
    }

    private void nested(ArmPath path, ObjectNode resource, JsonNode template) {
        Deployment inner = inner(path, resource, template);
        rules.checkNested(inner);
        store.putTemplate(path.id(), inner.template());
        new TemplateRun(store, inner).run();
    }

    private void operation(ArmPath target, String type) {
        String operationId = String.format("%016X", made.size());
        ObjectNode operation = Json.object()
                .put("id", deployment.id() + "/operations/" + operationId)
                .put("operationId", operationId)
                .put("type", Deployments.OPERATION_TYPE);
        operation
                .putObject("properties")
                .put("provisioningOperation", "Create")
                .put("provisioningState", "Succeeded")
                .put("timestamp", Instant.now().toString())
                .put("duration", "PT1S")
                .put("trackingId", deployment.correlationId())
                .put("statusCode", "Created")
                .putObject("targetResource")
                .put("id", target.id())
                .put("resourceType", type)
                .put("resourceName", target.name());
        store.put(operation);
    }
}
