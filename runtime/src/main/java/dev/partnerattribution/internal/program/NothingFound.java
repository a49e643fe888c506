package dev.partnerattribution.internal.program;

import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.options.AgentStart;
import dev.partnerattribution.internal.options.WovenOptions;

/** Nobody gave a tracking ID. Says so where one was asked for, by starting an agent or by weaving. */
public final class NothingFound {
    private NothingFound() {}

    public static void report() {
        if (AgentStart.isThere()) {
            report("start with -javaagent:...=guid=<GUID>");
        } else if (WovenOptions.areHere()) {
            report("weave the program with --guid");
        }
    }

    private static void report(String remedy) {
        Diagnostics.once("off: no tracking ID was given: " + remedy + ", set "
                + "PARTNER_ATTRIBUTION_GUID, or annotate the main class with @PartnerAttribution");
    }
}
