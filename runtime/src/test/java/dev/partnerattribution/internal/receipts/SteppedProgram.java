package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says that it sent requests, without sending any. Arguments: how many at a time. After each time it prints how often the thread
 * that writes has gone to sleep so far, and waits for a line.
 */
public final class SteppedProgram {
    private static final ResolvedAttribution ATTRIBUTION =
            ResolvedAttribution.of(TrackingId.ofGuid("7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63"));

    private SteppedProgram() {}

    public static void main(String[] counts) throws IOException {
        int sent = 0;
        for (String count : counts) {
            for (int i = 0; i < Integer.parseInt(count); i++) {
                send(sent++);
            }
            System.out.println(sleeps());
            System.out.flush();
            int unused = System.in.read();
        }
    }

    private static void send(int number) {
        Exchange exchange = new Exchange(
                Route.AZURE_CORE,
                ATTRIBUTION,
                "PUT",
                "management.azure.com",
                "/subscriptions/s/providers/Microsoft.Batch/batchAccounts/b" + number,
                null,
                "sdk/1",
                ATTRIBUTION.stamp("management.azure.com", "sdk/1"));
        Receipts.here().sent(exchange);
        exchange.accept("request", 201);
    }

    /** As Linux counts them. */
    private static long sleeps() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            for (Path task : tasks.toList()) {
                if (Files.readString(task.resolve("comm")).startsWith("partner-attribu")) {
                    return sleeps(Files.readAllLines(task.resolve("status")));
                }
            }
        }
        return 0;
    }

    private static long sleeps(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("voluntary_ctxt_switches:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring(line.indexOf(':') + 1).trim()))
                .sum();
    }
}
