package dev.partnerattribution.agent.engine;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks settings and class loaders while the JVM loads a class, on a thread of its own. What the thread loads on which a
 * transformer works is shown to no transformer, and from JDK 25 on reading the environment loads {@code ProcessImpl}: child
 * processes would then be started unseen.
 */
final class AsideQuestion {
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private static volatile boolean aLoaderWaits;

    private AsideQuestion() {}

    /** What a setting says; yes where there is no answer in time: the properties may be the program's own, and wait for us. */
    static boolean askSettings(BooleanSupplier question) {
        return !Boolean.FALSE.equals(answer(question));
    }

    /**
     * What a class loader shows; no where there is no answer in time, and from then on: it may wait for what another thread holds
     * that waits for the class which is being loaded.
     */
    static boolean askLoader(BooleanSupplier question) {
        if (aLoaderWaits) {
            return false;
        }
        Boolean answer = answer(question);
        aLoaderWaits = answer == null && !Thread.currentThread().isInterrupted();
        return Boolean.TRUE.equals(answer);
    }

    private static @Nullable Boolean answer(BooleanSupplier question) {
        AtomicReference<@Nullable Boolean> answer = new AtomicReference<>();
        Thread thread = new Thread(() -> put(question, answer), "partner-attribution-settings");
        try {
            thread.setDaemon(true);
            thread.start();
            thread.join(LONGEST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer.get();
    }

    private static void put(BooleanSupplier question, AtomicReference<@Nullable Boolean> answer) {
        try {
            answer.set(question.getAsBoolean());
        } catch (RuntimeException | LinkageError e) {
            // Whoever needs the settings for a request will meet it, and say it.
        }
    }
}
