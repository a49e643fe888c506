package dev.partnerattribution.agent.inside;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings, and asks class loaders, while the JVM loads a class, on a thread of its own. What the thread loads on which a
 * transformer works is shown to no transformer, and from JDK 25 on reading the environment loads {@code ProcessImpl}: child
 * processes would then be started unseen.
 */
final class OutsideLoading {
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    /** Whether the settings were read, so that reading them again loads nothing. */
    private static volatile boolean read;

    private static volatile boolean aLoaderWaits;

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

    /**
     * The answer to a question about what a class loader shows; no where there is none in time, and from then on: it may wait for
     * what another thread holds that waits for the class which is being loaded.
     */
    static boolean askOfLoader(BooleanSupplier question) {
        if (aLoaderWaits) {
            return false;
        }
        Boolean answer = answerAside(question);
        aLoaderWaits = answer == null && !Thread.currentThread().isInterrupted();
        return Boolean.TRUE.equals(answer);
    }

    private static boolean askAside(BooleanSupplier question) {
        Boolean answer = answerAside(question);
        read |= answer != null;
        return !Boolean.FALSE.equals(answer);
    }

    private static @Nullable Boolean answerAside(BooleanSupplier question) {
        AtomicReference<@Nullable Boolean> answer = new AtomicReference<>();
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

    private static void answer(BooleanSupplier question, AtomicReference<@Nullable Boolean> answer) {
        try {
            answer.set(question.getAsBoolean());
        } catch (RuntimeException | LinkageError e) {
            // Whoever needs the settings for a request will meet it, and say it.
        }
    }
}
