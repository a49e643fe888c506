package dev.partnerattribution;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lines this product prints: one each, however often and from however many class loaders it is reported. A healthy
 * run prints none.
 */
public final class Stderr {
    /** What was said so far in this JVM, by the runtime jar and by the agent, which share no class. */
    private static final String SAID = SharedProperties.SAID;

    private static final int MOST = 16_384;
    private static final int LONGEST = 2_000;
    private static final String NAME = "partner-attribution: ";

    /** The same where properties can't be read or set: then for this class loader only. */
    private static final Set<String> SAID_HERE = ConcurrentHashMap.newKeySet();

    private Stderr() {}

    /** Prints this, after our name, unless it was printed before. Never throws. */
    public static void once(String message) {
        String line = NAME + onOneLine(message);
        if (isNew(line)) {
            print(line);
        }
    }

    private static void print(String line) {
        try {
            System.err.println(line);
        } catch (RuntimeException e) {
            // A program may replace System.err by anything, even null; that it fails must not become its requests'
            // failure.
        }
    }

    /** Messages quote what they name, but those of the JDK's exceptions, which some include, may hold anything. */
    private static String onOneLine(String message) {
        boolean whole = message.length() <= LONGEST;
        StringBuilder line = new StringBuilder(whole ? message : message.substring(0, LONGEST) + "...");
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
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
        } catch (RuntimeException e) { // a security manager, or properties of the program's own that refuse
            return SAID_HERE.add(line);
        }
    }
}
