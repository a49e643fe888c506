package dev.partnerattribution.benchmarks.receipts;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A folder of receipts as JVMs write them, the same at each run. */
final class ManyReceipts {
    private static final long SEED = 42;
    private static final int RESOURCE_GROUPS = 50;
    private static final List<String> METHODS =
            List.of("PUT", "PUT", "PUT", "GET", "GET", "GET", "POST", "DELETE", "PATCH");
    private static final List<String> TYPES = List.of(
            "Microsoft.Storage\",\"type\":\"storageAccounts",
            "Microsoft.Compute\",\"type\":\"virtualMachines",
            "Microsoft.Network\",\"type\":\"virtualNetworks",
            "Microsoft.Web\",\"type\":\"sites",
            "Microsoft.KeyVault\",\"type\":\"vaults",
            "Microsoft.Sql\",\"type\":\"servers/databases");
    private static final String TRACKING_ID = "\"trackingId\":\"pid-7c7cc1ae-5f1f-4d5c-9d3e-6f0a1b2c3d4e\"";

    private ManyReceipts() {}

    /** Writes as many of each of so many JVMs, to a file of its own each. */
    static void write(Path folder, int jvms, int each) {
        Random random = new Random(SEED);
        try {
            Files.createDirectories(folder);
            for (int jvm = 0; jvm < jvms; jvm++) {
                String name = (1000 + jvm) + "-" + (1_764_093_600_000L + jvm);
                try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name + ".jsonl"))) {
                    for (int n = 1; n <= each; n++) {
                        out.write(request(random, name, n));
                    }
                    out.write("{\"v\":1,\"kind\":\"end\",\"time\":\"" + time(each) + "\",\"jvm\":\"" + name
                            + "\",\"written\":" + each + ",\"dropped\":0}\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String time(int n) {
        return Instant.ofEpochMilli(1_764_093_600_001L + 333L * n).toString();
    }

    private static String request(Random random, String jvm, int n) {
        return "{\"v\":1,\"kind\":\"request\",\"time\":\"" + time(n) + "\",\"jvm\":\"" + jvm + "\",\"n\":" + n
                + ",\"route\":\"azure-core\",\"method\":\"" + any(METHODS, random)
                + "\",\"host\":\"management.azure.com\",\"provider\":\"" + any(TYPES, random)
                + "\",\"apiVersion\":\"2024-01-01\",\"status\":" + (random.nextInt(50) == 0 ? 429 : 200)
                + ",\"milliseconds\":" + random.nextInt(3000) + ",\"correlationId\":\"" + uuid(random)
                + "\",\"requestId\":\"" + uuid(random) + "\",\"attempt\":1," + pid(random)
                + ",\"subscription\":\"h:5d41402abc4b2a76\",\"resourceGroup\":\"h:00000000000000"
                + (10 + random.nextInt(RESOURCE_GROUPS)) + "\",\"name\":\"h:"
                + String.format("%016x", random.nextLong()) + "\"}\n";
    }

    private static String pid(Random random) {
        return random.nextInt(50) == 0
                ? "\"pid\":\"none\",\"why\":\"route-off\""
                : "\"pid\":\"stamped\"," + TRACKING_ID;
    }

    private static String uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static String any(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
