package dev.partnerattribution.internal.diagnostics;

import dev.partnerattribution.internal.options.SharedProperties;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lines this product prints: one each, however often and from however many class loaders it is reported. A healthy
 * run prints none.
 *
 * <p>Both the stream and the system properties may be the program's own, and may wait for what another of its threads
 * holds: so no lock of ours is held while they are called, and nobody waits long for who calls them.
 */
public final class Diagnostics {
    /** What was said so far in this JVM, by the runtime jar and by the agent, which share no class. */
    private static final String SAID = SharedProperties.SAID;

    private static final int MOST = 16_384;
    private static final int LONGEST = 2_000;
    private static final String NAME = "partner-attribution: ";

    /** More than that are never said, even where the properties don't keep what was. */
    private static final int MOST_HERE = 200;

    private static final long LONGEST_WAIT_MILLIS = 2_000;

    /** Of two threads that write the property at once one tries again. */
    private static final int MOST_ATTEMPTS = 100;

    /** What was said by the classes of this class loader. */
    static final Set<String> SAID_HERE = ConcurrentHashMap.newKeySet();

    private Diagnostics() {}

    /** Prints this, after our name, unless it was printed before. Never throws. */
    public static void once(String message) {
        // Messages quote what they name, but those of the JDK's exceptions, which some include, may hold anything.
        String line = NAME + Sanitizer.shown(message, LONGEST);
        if (SAID_HERE.size() < MOST_HERE && SAID_HERE.add(line)) {
            print(line);
        }
    }

    /**
     * On a thread of its own, that holds nothing. This one may hold anything, such as a lock of the library that sends, or the
     * loop on which other threads' requests wait; it waits for the line, so that lines come in their order, but not for ever.
     */
    private static void print(String line) {
        Thread printer = new Thread(new Printing(line), "partner-attribution-stderr");
        try {
            printer.setDaemon(true);
            printer.start();
            printer.join(LONGEST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            new Printing(line).run(); // no thread is to be had
        }
    }

    private static final class Printing implements Runnable {
        private final String line;

        Printing(String line) {
            this.line = line;
        }

        @Override
        public void run() {
            try {
                if (isNew(line)) {
                    System.err.println(line);
                }
            } catch (RuntimeException | Error e) {
                // A program may replace System.err by anything, even null; that it fails must not become its requests'
                // failure.
            }
        }
    }

    private static boolean isNew(String line) {
        try {
            return isNewInJvm(line, System.getProperties());
        } catch (RuntimeException e) {
            return true; // a security manager forbids properties, or those of the program do what they like
        }
    }

    /** Replaces the property only if it still is what it was when it was read: that needs no lock of ours. */
    private static boolean isNewInJvm(String line, Properties properties) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Object own = properties.get(SAID); // the defaults of these properties may have another
            String said = properties.getProperty(SAID, "");
            if (said.contains(line + '\n') || said.length() > MOST) {
                return false;
            }
            String after = said + line + '\n';
            if (own == null ? properties.putIfAbsent(SAID, after) == null : properties.replace(SAID, own, after)) {
                return true;
            }
        }
        return true;
    }
}
