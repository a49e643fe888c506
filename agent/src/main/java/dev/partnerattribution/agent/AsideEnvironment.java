package dev.partnerattribution.agent;

/**
 * The environment, read while the JVM loads a class: on a thread of its own, since what that loads is shown to transformers, as
 * what the thread of a transformer loads is not. Loaded only where a program begins to use TLS and no option says more.
 */
final class AsideEnvironment extends Thread {
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private volatile boolean asksForTraffic;

    AsideEnvironment() {
        super("partner-attribution-environment");
        setDaemon(true);
    }

    /** Whether a variable says that the operator wants to know what was sent. No where that is not known in time. */
    boolean asksForTraffic() {
        try {
            start();
            join(LONGEST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return asksForTraffic;
    }

    @Override
    public void run() {
        try {
            asksForTraffic = isSet("SUMMARY") || isSet("RECEIPTS") || isSet("VERBOSE");
        } catch (SecurityException e) {
            // Nobody may know.
        }
    }

    private static boolean isSet(String option) {
        return System.getenv("PARTNER_ATTRIBUTION_" + option) != null;
    }
}
