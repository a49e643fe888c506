package dev.partnerattribution.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partnerattribution.cli.terminal.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lines of receipts files as a JVM writes them: some by hand, or many at random. */
final class Receipts {
    static final String PID = "pid-7c7cc1ae-5f1f-4d5c-9d3e-6f0a1b2c3d4e";
    static final String JVM = "4711-1764093600000";

    private static final List<String> TYPES = List.of(
            "Microsoft.Storage/storageAccounts",
            "Microsoft.Compute/virtualMachines",
            "Microsoft.Network/virtualNetworks",
            "Microsoft.Network/networkInterfaces",
            "Microsoft.Network/publicIPAddresses",
            "Microsoft.Web/sites",
            "Microsoft.Web/serverfarms",
            "Microsoft.KeyVault/vaults",
            "Microsoft.ContainerService/managedClusters",
            "Microsoft.Compute/virtualMachineScaleSets",
            "Microsoft.Sql/servers/databases",
            "Microsoft.Insights/components",
            "Microsoft.OperationalInsights/workspaces",
            "Microsoft.Resources/deployments",
            "Microsoft.ManagedIdentity/userAssignedIdentities",
            "Microsoft.Batch/batchAccounts");
    private static final List<String> ROUTES = List.of("azure-core", "okhttp", "java-net-http");
    private static final List<String> METHODS =
            List.of("PUT", "PUT", "PUT", "GET", "GET", "GET", "POST", "DELETE", "PATCH");

    private final String jvm;
    private final List<String> lines = new ArrayList<>();
    private long number;

    Receipts(String jvm) {
        this.jvm = jvm;
    }

    static Receipts ofOneJvm() {
        return new Receipts(JVM);
    }

    /** So many requests to resources of all types, nearly each of its own, some without the ID; ended. Equal for equal seeds. */
    static Receipts random(long seed, int requests) {
        Random random = new Random(seed);
        Receipts receipts = ofOneJvm();
        for (int i = 0; i < requests; i++) {
            receipts.request(random, i);
        }
        return receipts.end(0);
    }

    private void request(Random random, int i) {
        Map<String, Object> request = requestTo(METHODS.get(random.nextInt(METHODS.size())), any(TYPES, random));
        request.put("time", "2026-11-25T%02d:%02d:%02dZ".formatted(i / 7200 % 24, i / 120 % 60, i / 2 % 60));
        request.put("route", any(ROUTES, random));
        request.put("status", random.nextInt(40) == 0 ? 429 : 200);
        request.put("milliseconds", random.nextInt(3000));
        request.put("correlationId", uuid(random));
        request.put("requestId", uuid(random));
        request.put("name", "h:%016x".formatted(random.nextLong()));
        request.put("resourceGroup", "h:%016x".formatted(random.nextInt(50)));
        if (random.nextInt(50) == 0) {
            request.put("pid", "none");
            request.put("why", random.nextBoolean() ? "route-off" : "unfit");
        }
        with(request);
    }

    private static String any(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String uuid(Random random) {
        return "%08x-%04x-4%03x-9%03x-%012x"
                .formatted(
                        random.nextInt(),
                        random.nextInt(1 << 16),
                        random.nextInt(1 << 12),
                        random.nextInt(1 << 12),
                        random.nextLong() >>> 16);
    }

    /** The properties of a request that carried the ID, without what {@link #with} adds. */
    static Map<String, Object> requestTo(String method, String fullType) {
        int slash = fullType.indexOf('/');
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("kind", "request");
        request.put("time", "2026-11-25T18:00:00.123Z");
        request.put("route", "azure-core");
        request.put("method", method);
        request.put("host", "management.azure.com");
        request.put("provider", fullType.substring(0, slash));
        request.put("type", fullType.substring(slash + 1));
        request.put("apiVersion", "2024-01-01");
        request.put("status", 200);
        request.put("correlationId", "3f2b9c1e-5b1d-4f0e-9f0c-0d5c4f1f7a11");
        request.put("attempt", 1);
        request.put("pid", "stamped");
        request.put("trackingId", PID);
        return request;
    }

    /** A PUT of a storage account that carried the ID, as often as said. */
    Receipts puts(int times) {
        for (int i = 0; i < times; i++) {
            with(requestTo("PUT", "Microsoft.Storage/storageAccounts"));
        }
        return this;
    }

    /** The same, differently marked. */
    Receipts put(String type, String pid, String why) {
        Map<String, Object> request = requestTo("PUT", type);
        request.put("pid", pid);
        request.put("why", why);
        return with(request);
    }

    Receipts child(String program, String pid, String why, List<String> variables) {
        return with(Map.of("kind", "child", "program", program, "pid", pid, "why", why, "variables", variables));
    }

    /** A TLS connection on which no route saw a request. */
    Receipts connection(String openedBy) {
        return with(Map.of(
                "kind", "connection",
                "route", "tls",
                "host", "management.azure.com",
                "openedBy", openedBy,
                "pid", "none",
                "why", "no-route"));
    }

    /** A receipt of these properties, numbered. */
    Receipts with(Map<String, Object> properties) {
        number++;
        return line(properties, number);
    }

    /** A receipt that was made and is not here. */
    Receipts lose(int receipts) {
        number += receipts;
        return this;
    }

    Receipts end(long dropped) {
        return line(Map.of("kind", "end", "written", number - dropped, "dropped", dropped), 0);
    }

    Receipts raw(String line) {
        lines.add(line);
        return this;
    }

    private Receipts line(Map<String, Object> properties, long n) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("v", 1);
        all.put("time", "2026-11-25T18:00:00.123Z");
        all.put("jvm", jvm);
        if (n > 0) {
            all.put("n", n);
        }
        all.putAll(properties);
        return raw(json(all));
    }

    private static String json(Map<String, Object> properties) {
        return JsonText.line(json -> {
                    json.writeStartObject();
                    for (Map.Entry<String, Object> property : properties.entrySet()) {
                        json.writeFieldName(property.getKey());
                        write(json, property.getValue());
                    }
                    json.writeEndObject();
                })
                .strip();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(json, item);
            }
            json.writeEndArray();
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    Path writeTo(Path file) {
        try {
            return Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
