package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.RefusedException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** All that was deployed, by ID. What is handed in or out is never changed afterwards. */
final class Store {

    static final String GROUP_TYPE = "Microsoft.Resources/resourceGroups";

    private final Map<String, ObjectNode> resources = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, JsonNode> templates = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Adds or replaces the resource; true when it was not there before. */
    boolean put(ObjectNode resource) {
        return resources.put(resource.path("id").asText(), resource) == null;
    }

    Optional<ObjectNode> get(String id) {
        return Optional.ofNullable(resources.get(id));
    }

    ObjectNode require(String id) {
        return get(id).orElseThrow(() -> notFound(id));
    }

    static RefusedException notFound(String id) {
        return new RefusedException(404, "ResourceNotFound", "The resource '" + id + "' was not found.");
    }

    /** Removes the resource and all beneath it; false when it was not there. */
    boolean remove(String id) {
        boolean present = resources.remove(id) != null;
        resources.keySet().removeIf(other -> isBeneath(other, id));
        return present;
    }

    /** Keeps the template of a deployment, which is no part of it as a resource. */
    void putTemplate(String deploymentId, JsonNode template) {
        templates.put(deploymentId, template);
    }

    /** The template of a deployment; empty when it came by a link. */
    JsonNode template(String deploymentId) {
        JsonNode template = templates.getOrDefault(deploymentId, MissingNode.getInstance());
        return template.isMissingNode() ? Json.object() : template;
    }

    /** The resources of this type beneath this scope, by ID. */
    List<ObjectNode> ofType(String type, String scope) {
        return resources.values().stream()
                .filter(resource -> typeOf(resource).equalsIgnoreCase(type))
                .filter(resource -> isBeneath(resource.path("id").asText(), scope))
                .toList();
    }

    /** The resources beneath this scope that Azure Resource Manager lists in an overview, by ID. */
    List<ObjectNode> overview(String scope) {
        return resources.values().stream()
                .filter(resource -> isListed(typeOf(resource)))
                .filter(resource -> isBeneath(resource.path("id").asText(), scope))
                .toList();
    }

    /** The resource with this provisioning state. */
    static ObjectNode inState(ObjectNode resource, String state) {
        ObjectNode copy = resource.deepCopy();
        copy.withObjectProperty("properties").put("provisioningState", state);
        return copy;
    }

    private static String typeOf(ObjectNode resource) {
        return resource.path("type").asText();
    }

    private static boolean isListed(String type) {
        return !type.toLowerCase(Locale.ROOT).startsWith("microsoft.resources/") && type.split("/", -1).length == 2;
    }

    private static boolean isBeneath(String id, String scope) {
        return id.length() > scope.length()
                && id.charAt(scope.length()) == '/'
                && id.regionMatches(true, 0, scope, 0, scope.length());
    }
}
