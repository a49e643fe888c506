package dev.partnerattribution.wire.program;

import dev.partnerattribution.wire.program.ForeignLock.Taker;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Flow;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests by other programs while one thread holds a lock that what the agent calls on another waits for. Prints how
 * many combinations came to their end; where one does not, which it is and what all threads do. Arguments: a URL, then the
 * class name and the class path of each program.
 */
public final class ForeignLocksProgram {
    private static final int LONGEST_SECONDS = 30;
    private static final int DEADLOCK = 3;

    private static String url = "";
    private static String program = "";
    private static boolean hasLibrary;
    private static ClassLoader library;
    private static int combinations;

    /** Set while {@link #main} runs. */
    private static boolean asks;

    private ForeignLocksProgram() {}

    public static void main(String[] args) throws Exception {
        url = args[0];
        asks = true;
        Sending.instead(ForeignLocksProgram::tries);
        Sending.handler(new ForeignLock.Handler());
        System.getenv(); // JDK 25 asks properties when it first reads the environment, and has all who read it wait
        System.setErr(ForeignLock.stream());
        System.setProperties(new ForeignLock.OwnProperties(System.getProperties()));
        for (int i = 1; i < args.length; i += 2) {
            program = args[i];
            hasLibrary = args[i + 1].contains(File.pathSeparator);
            library = new ForeignLock.Loader(
                    Taker.LIBRARY_CLASS_LOADER, urls(args[i + 1]), ForeignLocksProgram.class.getClassLoader());
            Thread.currentThread().setContextClassLoader(library);
            library.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
        System.out.println(combinations + " combinations");
        System.exit(0);
    }

    private static URL[] urls(String classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return urls.toArray(new URL[0]);
    }

    /** The same, which takes the lock if it is asked by the agent. */
    public static BodyPublisher own(BodyPublisher publisher) {
        return new BodyPublisher() {
            @Override
            public long contentLength() {
                ForeignLock.wantedBy(Taker.BODY_PUBLISHER);
                return publisher.contentLength();
            }

            @Override
            public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
                ForeignLock.wantedBy(Taker.BODY_PUBLISHER);
                publisher.subscribe(subscriber);
            }
        };
    }

    /** Whether this is what the program is run for. */
    static boolean tries(Sending.Client client) {
        if (asks) {
            try {
                tryAll(client);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return asks;
    }

    /** The library's loader first: what is defined there is defined once. Of the JDK, the properties: they are read once. */
    private static void tryAll(Sending.Client client) throws Exception {
        if (hasLibrary) {
            combine(client, EnumSet.of(Taker.LIBRARY_CLASS_LOADER), null);
        }
        for (Taker taker :
                List.of(Taker.PROPERTIES, Taker.CONTEXT_CLASS_LOADER, Taker.URL_HANDLER, Taker.BODY_PUBLISHER)) {
            combine(client, EnumSet.of(taker), null);
            combine(client, EnumSet.of(taker), "own-program/1.0");
        }
        combine(
                client,
                EnumSet.of(Taker.SYSTEM_ERR),
                "of-another/1.0"); // of which a line is said, and waited for a while
        combine(client, EnumSet.allOf(Taker.class), "own-program/1.0");
    }

    /** One thread sends and comes to wait for the lock; then another, which holds it, sends too. */
    private static void combine(Sending.Client client, Set<Taker> takers, String userAgent) throws Exception {
        ForeignLock lock = ForeignLock.takenBy(takers);
        combinations++;
        FutureTask<Integer> waiting = new FutureTask<>(() -> client.get(url, withAnothersId(userAgent)));
        FutureTask<Integer> holding = new FutureTask<>(holding(lock, waiting, client, withAnothersId(userAgent)));
        start(holding, "holds the lock");
        if (!isDone(holding) || !isDone(waiting)) {
            System.out.println("deadlock: " + program + ", " + takers + ", " + userAgent);
            for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
                System.out.println(thread.getThreadName() + ": " + thread.getThreadState() + ", " + thread.getLockName()
                        + " of " + thread.getLockOwnerName());
                for (StackTraceElement frame : thread.getStackTrace()) {
                    System.out.println("    at " + frame);
                }
            }
            Runtime.getRuntime().halt(DEADLOCK);
        }
        if (holding.get() != waiting.get().intValue()) {
            throw new IllegalStateException(program + " was answered " + holding.get() + " and " + waiting.get());
        }
    }

    private static Callable<Integer> holding(
            ForeignLock lock, FutureTask<Integer> waiting, Sending.Client client, String userAgent) {
        return () -> {
            lock.hold();
            try {
                start(waiting, "waits for the lock");
                while (!lock.isWanted() && !waiting.isDone()) {
                    Thread.sleep(1);
                }
                return client.get(url, userAgent);
            } finally {
                lock.release();
            }
        };
    }

    /** Each time another, so that a line is said of it, as it is said once of each. */
    private static String withAnothersId(String userAgent) {
        return "of-another/1.0".equals(userAgent) ? userAgent + " pid-" + java.util.UUID.randomUUID() : userAgent;
    }

    /** In an application of its own, for which nothing is known yet. */
    private static void start(FutureTask<Integer> task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(new ForeignLock.Loader(Taker.CONTEXT_CLASS_LOADER, new URL[0], library));
        thread.start();
    }

    private static boolean isDone(FutureTask<Integer> task) throws InterruptedException {
        try {
            task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (java.util.concurrent.ExecutionException e) {
            return true; // told by who gets the result
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        }
    }
}
