package dev.partnerattribution;

/**
 * The lines this product prints: one each, however often and from however many class loaders it is reported. A healthy
 * run prints none.
 */
final class Stderr {
    /** What was said so far in this JVM, by the runtime jar and by the agent, which share no class. */
    static final String SAID = "partner.attribution.said";

    private static final int MOST = 16_384;
    private static final String NAME = "partner-attribution: ";

    private Stderr() {}

    static void once(String message) {
        String line = NAME + message;
        if (isNew(line)) {
            System.err.println(line);
        }
    }

    private static boolean isNew(String line) {
        try {
            // The one object that all class loaders of a JVM share, and nobody else's lock.
            synchronized (SAID.intern()) {
                String said = System.getProperty(SAID, "");
                if (said.contains(line + '\n') || said.length() > MOST) {
                    return false;
                }
                System.setProperty(SAID, said + line + '\n');
                return true;
            }
        } catch (SecurityException e) {
            return true;
        }
    }
}
