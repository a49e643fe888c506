package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.Route;

/**
 * Says that it sent requests whose texts are a hundred thousand characters long, which are never answered, and all the objects
 * of which the library goes on to hold. Argument: how many.
 */
public final class HugeProgram {
    private static final int HUGE = 100_000;

    private HugeProgram() {}

    public static void main(String[] arguments) {
        ResolvedAttribution attribution =
                ResolvedAttribution.of(TrackingId.ofGuid("7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63"));
        String huge = "x".repeat(HUGE);
        int count = Integer.parseInt(arguments[0]);
        Exchange[] held = new Exchange[count];
        for (int i = 0; i < count; i++) {
            String before = huge + i;
            held[i] = new Exchange(
                    Route.JAVA_NET_HTTP,
                    attribution,
                    huge,
                    "management.azure.com",
                    (i % 2 == 0 ? "/subscriptions/" : "/subscriptions/s/" + "y".repeat(4000))
                            + (i % 2 == 0 ? huge : "")
                            + i,
                    "$filter=" + huge + "&api-version=2024-01-01",
                    before,
                    attribution.stamp("management.azure.com", before));
            Receipts.here().sent(held[i]);
            held[i].accept(huge, Exchange.CORRELATION_ID);
            if (i % 3 == 0) {
                held[i].accept(huge, 201);
            }
        }
        System.out.println(held.length);
    }
}
