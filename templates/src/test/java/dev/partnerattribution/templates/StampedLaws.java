package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.TrackingId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** What is true of every stamped file, by another parser than the one that stamped it. */
final class StampedLaws {
    private static final JsonMapper PARSER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private StampedLaws() {}

    /** Taking the addition out again gives the original, byte for byte. */
    static void only_adds(byte[] before, byte[] after) {
        int added = after.length - before.length;
        assertThat(added).isPositive();
        int same = Arrays.mismatch(before, after);
        assertThat(Arrays.equals(before, same, before.length, after, same + added, after.length))
                .as("bytes from " + same + " on, without " + added + " added")
                .isTrue();
    }

    /** It parses as before, with one resource more: ours, in the first place. */
    static void has_one_resource_more(byte[] before, byte[] after, TrackingId id, Scope scope) {
        ObjectNode old = parse(before);
        ObjectNode now = parse(after);
        boolean inSpec =
                inSpec(old).isObject() && inSpec(now).isObject() && !inSpec(old).equals(inSpec(now));
        JsonNode pid = removeFirst(ownResources(inSpec ? inSpec(now) : now));
        assertThat(pid).isEqualTo(expected(id, scope, inSpec ? "[[" : "["));
        assertThat(now).isEqualTo(old);
    }

    /** No line is gone; where the list's brackets stood on one line, that one is cut in two. */
    static void diff_adds_lines(String diff, boolean onOneLine) {
        long removed = diff.lines().skip(2).filter(line -> line.startsWith("-")).count();
        assertThat(removed).as(diff).isEqualTo(onOneLine ? 1 : 0);
    }

    static ObjectNode parse(byte[] json) {
        try {
            boolean bom = json.length > 2 && json[0] == (byte) 0xef;
            return (ObjectNode) PARSER.readTree(json, bom ? 3 : 0, json.length - (bom ? 3 : 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a template spec those of the template in it. */
    static JsonNode resources(ObjectNode template) {
        return ownResources(inSpec(template).isObject() ? inSpec(template) : template);
    }

    private static JsonNode inSpec(JsonNode template) {
        return ownResources(template).path(0).path("properties").path("mainTemplate");
    }

    private static JsonNode ownResources(JsonNode template) {
        String name = template.properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter("resources"::equalsIgnoreCase)
                .findFirst()
                .orElseThrow();
        return template.get(name);
    }

    private static JsonNode removeFirst(JsonNode resources) {
        if (resources instanceof ArrayNode list) {
            return list.remove(0);
        }
        String symbol = resources.fieldNames().next();
        assertThat(symbol).startsWith("partnerAttribution");
        return ((ObjectNode) resources).remove(symbol);
    }

    private static JsonNode expected(TrackingId id, Scope scope, String open) {
        ObjectNode pid = PARSER.createObjectNode()
                .put("type", "Microsoft.Resources/deployments")
                .put("apiVersion", "2020-06-01")
                .put(
                        "name",
                        scope == Scope.RESOURCE_GROUP
                                ? id.token()
                                : open + "concat('" + id.token()
                                        + "-', uniqueString(deployment().name, deployment().location))]");
        if (scope != Scope.RESOURCE_GROUP) {
            pid.put("location", open + "deployment().location]");
        }
        ObjectNode properties = pid.putObject("properties").put("mode", "Incremental");
        properties
                .putObject("template")
                .put("$schema", "https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#")
                .put("contentVersion", "1.0.0.0")
                .putArray("resources");
        return pid;
    }
}
