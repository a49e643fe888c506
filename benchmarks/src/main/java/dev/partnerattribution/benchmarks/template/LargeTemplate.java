package dev.partnerattribution.benchmarks.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A template as large as Azure Resource Manager takes one: 4 MB, 800 resources. */
final class LargeTemplate {
    static final String SIZE = "4 MB, 800 resources";

    private static final int RESOURCES = 800;
    private static final int BYTES = 4 << 20;
    private static final String RESOURCE =
            """
                {
                  "type": "Microsoft.Storage/storageAccounts",
                  "apiVersion": "2023-01-01",
                  "name": "[concat('storage', %d)]",
                  "location": "[resourceGroup().location]",
                  "tags": { "a": "1", "b": ["c", "d", { "e": true }], "text": "%s" },
                  "properties": { "supportsHttpsTrafficOnly": true }
                }""";

    private LargeTemplate() {}

    /** Writes it anew, without any tracking ID. */
    static void write(Path file) {
        String filler = "x".repeat(BYTES / RESOURCES - RESOURCE.length() - 10);
        String resources = IntStream.range(0, RESOURCES)
                .mapToObj(i -> RESOURCE.formatted(i, filler).indent(4).stripTrailing())
                .collect(Collectors.joining(",\n"));
        try {
            Files.writeString(
                    file,
                    "{\n  \"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\",\n"
                            + "  \"resources\": [\n" + resources + "\n  ]\n}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
