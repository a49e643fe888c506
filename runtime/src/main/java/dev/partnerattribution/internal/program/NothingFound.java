package dev.partnerattribution.internal.program;

import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.options.AgentStart;

/** Nobody gave a tracking ID. Says so where one was asked for by starting an agent. */
public final class NothingFound {
    private NothingFound() {}

    public static void report() {
        if (AgentStart.isThere()) {
            Diagnostics.once("off: no tracking ID was given: start with -javaagent:...=guid=<GUID>, set "
                    + "PARTNER_ATTRIBUTION_GUID, or annotate the main class with @PartnerAttribution");
        }
    }
}
