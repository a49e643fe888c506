package dev.partnerattribution.agent.inside;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Reads settings while the JVM loads a class, on a thread of its own. What the thread loads on which a transformer works is
 * shown to no transformer, and from JDK 25 on reading the environment loads {@code ProcessImpl}: child processes would then be
 * started unseen.
 */
final class OutsideLoading {
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    /** Whether the settings were read, so that reading them again loads nothing. */
    private static volatile boolean read;

    private OutsideLoading() {}

    /** The answer to a question about the settings; yes where there is none, since what is not needed does no harm. */
    static boolean ask(BooleanSupplier question) {
        if (arePropertiesTheProgramsOwn()) {
            return true;
        }
        return read ? question.getAsBoolean() : askAside(question);
    }

    /** They may wait for what another thread holds that waits for the class which is being loaded. */
    private static boolean arePropertiesTheProgramsOwn() {
        try {
            return System.getProperties().getClass() != Properties.class;
        } catch (SecurityException e) {
            return true;
        }
    }

    private static boolean askAside(BooleanSupplier question) {
        AtomicBoolean answer = new AtomicBoolean(true);
        Thread thread = new Thread(() -> answer(question, answer), "partner-attribution-settings");
        try {
            thread.setDaemon(true);
            thread.start();
            thread.join(LONGEST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer.get();
    }

    private static void answer(BooleanSupplier question, AtomicBoolean answer) {
        try {
            answer.set(question.getAsBoolean());
            read = true;
        } catch (RuntimeException | LinkageError e) {
            // Whoever needs the settings for a request will meet it, and say it.
        }
    }
}
