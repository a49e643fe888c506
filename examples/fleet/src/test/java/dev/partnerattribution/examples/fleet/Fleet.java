package dev.partnerattribution.examples.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The receipts of many JVMs, some of which lost receipts and some of which were killed; the same at each run. */
final class Fleet {
    private static final long START = Instant.parse("2026-11-25T18:00:00Z").toEpochMilli();
    private static final List<String> METHODS = List.of("PUT", "PATCH", "put", "GET", "GET", "HEAD", "POST", "DELETE");
    private static final List<String> TYPES = List.of(
            "\"provider\":\"Microsoft.Storage\",\"type\":\"storageAccounts\",",
            "\"provider\":\"microsoft.storage\",\"type\":\"StorageAccounts\",",
            "\"provider\":\"Microsoft.Sql\",\"type\":\"servers/databases\",\"resourceGroup\":\"h:1\",",
            "\"resourceGroup\":\"h:2\",",
            "");
    private static final List<String> PIDS = List.of(
            "\"pid\":\"stamped\",\"trackingId\":\"pid-7c7cc1ae-5f1f-4d5c-9d3e-6f0a1b2c3d4e\"",
            "\"pid\":\"present\",\"trackingId\":\"contoso.offer-1\"",
            "\"pid\":\"other\",\"other\":\"pid-3f2b9c1e-5b1d-4f0e-9f0c-0d5c4f1f7a11\"",
            "\"pid\":\"none\",\"why\":\"route-off\"",
            "\"pid\":\"none\",\"why\":\"of a later version\"",
            "\"pid\":\"none\"");
    private static final List<String> ANSWERS = List.of(
            "\"status\":200,\"milliseconds\":12,", "\"status\":429,", "\"failure\":\"java.io.IOException\",", "");
    private static final List<String> NO_RECEIPTS = List.of(
            "no JSON",
            "[]",
            "{}",
            "",
            "{\"v\":2,\"kind\":[3]}",
            "{\"v\":1234567890123456,\"kind\":\"request\",\"jvm\":\"1-1\",\"n\":1}",
            "{'v':1,'kind':'end','jvm':'1-1','written':5,'dropped':0}",
            "{\"v\":1,\"kind\":\"end\",\"jvm\":\"1-1\",\"written\":9223372036854775807,\"dropped\":1}",
            "{\"v\":1,\"kind\":\"end\",\"jvm\":\"1-1\",\"written\":5,\"dropped\":0}{\"v\":1}",
            connection("1234567890123456", "2026-11-25T18:00:00Z"),
            connection("1", "2026-11-25T18:00:00+01:00"),
            connection("1", "2026-11-25T24:00:00Z"),
            connection("1", "1969-12-31T23:59:59.999Z"),
            "{\"v\":1,\"kind\":\"request\",\"jvm\":\"1-1\",\"n\":1,\"time\":\"2026-11-25T18:00:00Z\",\"route\":\"r\","
                    + "\"method\":\"PUT\",\"host\":\"h\",\"pid\":\"none\",\"status\":\"500\"}",
            "{\"v\":1,\"kind\":\"request\",\"jvm\":\"1-1\",\"n\":0}");

    private static String connection(String n, String time) {
        return "{\"v\":1,\"kind\":\"connection\",\"jvm\":\"1-1\",\"host\":\"h\",\"n\":" + n + ",\"time\":\"" + time
                + "\"}";
    }

    private final Random random = new Random(42);
    private final boolean isClean;

    /** One of receipts only, or with lines among them that are none. */
    Fleet(boolean isClean) {
        this.isClean = isClean;
    }

    /** Writes a file for each JVM, in folders one below the other. */
    Path writeTo(Path folder, int jvms, int receipts) throws IOException {
        Path below = Files.createDirectories(folder.resolve("below/it"));
        for (int jvm = 0; jvm < jvms; jvm++) {
            Path file = List.of(folder, below.getParent(), below).get(jvm % 3).resolve(jvm + ".jsonl");
            String text = String.join("\n", lines((100 + jvm) + "-" + START, jvm, receipts));
            boolean isCut = !isClean && jvm % 5 == 0;
            Files.writeString(file, isCut ? text.substring(0, text.length() - 30) : text + "\n");
        }
        return folder;
    }

    private List<String> lines(String name, int jvm, int receipts) {
        List<String> lines = new ArrayList<>();
        int n = 0;
        for (int i = 0; i < receipts; i++) {
            n += random.nextInt(40) == 0 ? 3 : 1;
            lines.add("{\"v\":1,\"time\":\"" + Instant.ofEpochMilli(START + random.nextInt(9_999_999)) + "\",\"jvm\":\""
                    + name + "\",\"n\":" + n + "," + receipt() + "}");
            if (random.nextInt(40) == 0) {
                lines.add(lines.get(random.nextInt(lines.size())));
            } else if (!isClean && random.nextInt(40) == 0) {
                lines.add(any(NO_RECEIPTS));
            }
        }
        if (jvm % 4 > 0) {
            lines.add("{\"v\":1,\"kind\":\"end\",\"time\":\"2026-11-25T23:00:00Z\",\"jvm\":\"" + name
                    + "\",\"written\":" + n + ",\"dropped\":" + jvm % 3 + "}");
        }
        return lines;
    }

    private String receipt() {
        return switch (random.nextInt(20)) {
            case 0 -> "\"kind\":\"child\",\"program\":\"az\",\"variables\":[\"A\",\"B\"]," + any(PIDS);
            case 1 -> "\"kind\":\"child\",\"program\":\"terraform\",\"variables\":[]," + any(PIDS);
            case 2 -> "\"kind\":\"connection\",\"host\":\"management.azure.com\",\"openedBy\":\"com.contoso.Own\"";
            case 3 -> "\"kind\":\"connection\",\"host\":\"management.azure.com\"";
            case 4 -> "\"kind\":\"of a later version\"";
            default -> "\"kind\":\"request\"," + request();
        };
    }

    private String request() {
        return "\"route\":\"" + (random.nextInt(5) == 0 ? "okhttp" : "azure-core") + "\",\"method\":\"" + any(METHODS)
                + "\",\"host\":\"management.azure.com\"," + any(TYPES) + any(ANSWERS)
                + "\"name\":\"" + (random.nextInt(50) == 0 ? "Größe \\\"x\\\"".repeat(40) : "h:3")
                + "\",\"correlationId\":\"" + Long.toHexString(random.nextLong()) + "\"," + any(PIDS);
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
