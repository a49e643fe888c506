package dev.partnerattribution.agent.jdk.process;

import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.receipts.ChildStart;
import dev.partnerattribution.internal.receipts.Receipts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes down what child processes are handed. Apart from their hook, so that it is loaded only where receipts are asked for. */
public final class ChildReceipts {
    private ChildReceipts() {}

    /** A child starts; an environment that is null is this JVM's own. */
    public static void started(
            ResolvedAttribution attribution,
            List<String> command,
            @Nullable Map<String, String> before,
            @Nullable Map<String, String> after) {
        Map<String, String> given = before == null ? System.getenv() : before;
        String program = command.isEmpty() ? "" : command.get(0);
        Receipts.here().add(new ChildStart(attribution, program, given, after == null ? given : after));
    }
}
