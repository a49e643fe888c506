package dev.partnerattribution;

/** Nobody gave a tracking ID. Says so where one was asked for by starting an agent. */
final class NothingFound {
    private NothingFound() {}

    static void report() {
        if (AgentStart.isThere()) {
            Stderr.once("off: no tracking ID was given: start with -javaagent:...=guid=<GUID>, set "
                    + "PARTNER_ATTRIBUTION_GUID, or annotate the main class with @PartnerAttribution");
        }
    }
}
