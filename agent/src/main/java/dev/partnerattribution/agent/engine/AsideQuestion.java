package dev.partnerattribution.agent.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Asks for a setting while the JVM loads a class, on a thread of its own. What the thread loads on which a transformer works is
 * shown to no transformer, and from JDK 25 on reading the environment loads {@code ProcessImpl}: child processes would then be
 * started unseen.
 */
final class AsideQuestion {
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private AsideQuestion() {}

    /** The answer; yes where there is none in time, since the properties may be the program's own, and wait for this thread. */
    static boolean ask(BooleanSupplier question) {
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
        } catch (RuntimeException | LinkageError e) {
            // Whoever needs the settings for a request will meet it, and say it.
        }
    }
}
