package dev.partnerattribution.internal.options;

import java.lang.ref.WeakReference;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * System properties whose class is the program's own. Their methods may wait for what a thread of the program holds, and that
 * one, for the answer to a request, on which the current thread works: so they are called on a thread of its own that holds
 * nothing, and for which nobody waits long.
 */
final class ForeignProperties {
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    /** Those that did not answer in time: they are not asked again. */
    private static volatile @Nullable WeakReference<Properties> silent;

    private ForeignProperties() {}

    static boolean are(Properties properties) {
        return properties.getClass() != Properties.class;
    }

    /**
     * Runs what asks these for something.
     *
     * @throws RuntimeException what the question throws, or if there is no answer in time
     */
    static void ask(Properties properties, Runnable question) {
        if (isSilent(properties)) {
            throw new IllegalStateException("they do not answer");
        }
        FutureTask<@Nullable Void> task = new FutureTask<@Nullable Void>(question, null);
        Thread reader = new Thread(task, "partner-attribution-properties");
        try {
            reader.setDaemon(true);
            reader.start();
            await(task);
        } catch (TimeoutException e) {
            silent = new WeakReference<Properties>(properties);
            throw new IllegalStateException("they do not answer", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw cause instanceof RuntimeException ? (RuntimeException) cause : new IllegalStateException(cause);
        } catch (OutOfMemoryError e) {
            throw new IllegalStateException("no thread is to be had", e);
        }
    }

    @SuppressWarnings("ReferenceEquality") // whether they are equal, they might say after a while
    private static boolean isSilent(Properties properties) {
        WeakReference<Properties> earlier = silent;
        return earlier != null && earlier.get() == properties;
    }

    /** Also for a thread that was interrupted, and stays so: settings are read once, and hold for the others. */
    private static void await(FutureTask<?> task) throws ExecutionException, TimeoutException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
