package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A schema of the documentation, {@code docs/….schema.json}. Here it also refuses what it doesn't describe, which programs that
 * call us must not: what we print is to be documented.
 */
final class OutputSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schema schema;

    private OutputSchema(Schema schema) {
        this.schema = schema;
    }

    static OutputSchema of(String name) throws IOException {
        JsonNode schema = JSON.readTree(file(name).toFile());
        describingAll(schema);
        return new OutputSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema));
    }

    static Path file(String name) {
        return Path.of("..", "docs", name + ".schema.json");
    }

    private static void describingAll(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && !object.has("oneOf")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(OutputSchema::describingAll);
    }

    /** Asserts that a text is one such value, and returns it. */
    JsonNode assertDescribes(String output) throws IOException {
        JsonNode value = JSON.readTree(output);
        assertThat(schema.validate(value)).as(output).isEmpty();
        return value;
    }

    /** Asserts that each line is. */
    void assertDescribesLines(String output) throws IOException {
        for (String line : output.lines().toList()) {
            assertDescribes(line);
        }
    }
}
