package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.Route;

/**
 * Says that it sent requests, without sending any. Arguments: how many; whether each is answered; and, if not none, how many
 * milliseconds it then goes on.
 */
public final class ReceiptsProgram {
    private static final ResolvedAttribution ATTRIBUTION =
            ResolvedAttribution.of(TrackingId.ofGuid("7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63"));

    private ReceiptsProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        int count = Integer.parseInt(arguments[0]);
        for (int i = 0; i < count; i++) {
            send("b" + i, Boolean.parseBoolean(arguments[1]));
        }
        System.out.println("sent");
        if (arguments.length > 2) {
            Thread.sleep(Long.parseLong(arguments[2]));
        }
    }

    static void send(String account, boolean isAnswered) {
        Exchange exchange = new Exchange(
                Route.AZURE_CORE,
                ATTRIBUTION,
                "PUT",
                "management.azure.com",
                "/subscriptions/s/providers/Microsoft.Batch/batchAccounts/" + account,
                "api-version=2024-01-01",
                "sdk/1",
                ATTRIBUTION.stamp("management.azure.com", "sdk/1"));
        Receipts.here().sent(exchange);
        if (isAnswered) {
            exchange.accept("correlation", Exchange.CORRELATION_ID);
            exchange.accept("request", 201);
        }
    }
}
