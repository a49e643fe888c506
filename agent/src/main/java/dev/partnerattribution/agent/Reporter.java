package dev.partnerattribution.agent;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Says what is wrong, once each, and works also where nothing inside the jar can be loaded. Thread-safe. */
final class Reporter {
    private static final int MOST = 100;
    private static final int LONGEST = 2_000;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private static final Set<String> SAID = new HashSet<>();

    private Reporter() {}

    /** Prints a line. A program sends many requests: what is wrong with each of them is said once. */
    static void say(String message) {
        if (isNew(message)) {
            print("partner-attribution: " + printable(message));
        }
    }

    /** All that was said. */
    static synchronized Collection<?> said() {
        return new HashSet<>(SAID);
    }

    /** Nothing is printed under this lock: whoever writes to System.err may wait for a thread that comes here. */
    private static synchronized boolean isNew(String message) {
        return SAID.size() < MOST && SAID.add(message);
    }

    /** Exceptions quote what others control. */
    private static String printable(String message) {
        char[] characters =
                message.substring(0, Math.min(message.length(), LONGEST)).toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] < ' ' || characters[i] > '~') {
                characters[i] = '?';
            }
        }
        return new String(characters) + (message.length() > LONGEST ? "..." : "");
    }

    /** On a thread that holds nothing: this one may be loading a class, for which another waits. See {@code Stderr}. */
    private static void print(String line) {
        try {
            Thread printer = new Thread(new StderrLine(line), "partner-attribution-stderr");
            printer.setDaemon(true);
            printer.start();
            printer.join(LONGEST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            new StderrLine(line).run(); // no thread is to be had
        }
    }
}
