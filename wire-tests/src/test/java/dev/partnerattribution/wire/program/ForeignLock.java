package dev.partnerattribution.wire.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Enumeration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock of the program's, and what of the program takes it when the agent calls: class loaders, the stream that stands for
 * stderr, properties, handlers of URLs, publishers of bodies. What a library calls by itself does not take it: the program might
 * then wait for itself without any agent.
 */
final class ForeignLock {
    /** What can take it. */
    enum Taker {
        LIBRARY_CLASS_LOADER,
        CONTEXT_CLASS_LOADER,
        SYSTEM_ERR,
        PROPERTIES,
        URL_HANDLER,
        BODY_PUBLISHER
    }

    private static volatile ForeignLock current = new ForeignLock(Set.of());

    private final Set<Taker> takers;
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch wanted = new CountDownLatch(1);

    private ForeignLock(Set<Taker> takers) {
        this.takers = takers;
    }

    /** From now on there is this one, taken by these. */
    static ForeignLock takenBy(Set<Taker> takers) {
        current = new ForeignLock(takers);
        return current;
    }

    void hold() {
        lock.lock();
    }

    void release() {
        lock.unlock();
    }

    /** Whether somebody waits for it, or is about to. */
    boolean isWanted() {
        return wanted.getCount() == 0;
    }

    /** Called by one of these. */
    static void wantedBy(Taker taker) {
        ForeignLock wanted = current;
        if (wanted.takers.contains(taker) && !wanted.lock.isHeldByCurrentThread() && agentCalls()) {
            wanted.wanted.countDown();
            wanted.hold();
            wanted.release();
        }
    }

    /** Whether the nearest code that is not the JDK's is ours. */
    private static boolean agentCalls() {
        String caller = caller();
        boolean inside =
                caller.startsWith("dev.partnerattribution.") && !caller.startsWith("dev.partnerattribution.wire.");
        return inside || isBesideLibrary(caller);
    }

    private static boolean isLinked() {
        return isBesideLibrary(caller());
    }

    private static boolean isBesideLibrary(String name) {
        return name.contains(".PartnerAttribution");
    }

    private static String caller() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk.") && !name.startsWith("sun."))
                .filter(name -> !name.startsWith(ForeignLock.class.getName()))
                .findFirst()
                .orElse(""));
    }

    /** A library's, or an application's. */
    static final class Loader extends URLClassLoader {
        static {
            registerAsParallelCapable();
        }

        private final Taker taker;

        Loader(Taker taker, URL[] urls, ClassLoader parent) {
            super(urls, parent);
            this.taker = taker;
        }

        /** Not where the JVM links what stands beside a library: it links the library's own classes on the same threads. */
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!isLinked()) {
                wantedBy(taker);
            }
            return super.loadClass(name, resolve);
        }

        @Override
        public URL getResource(String name) {
            wantedBy(taker);
            return super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            wantedBy(taker);
            return super.getResources(name);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            wantedBy(taker);
            return super.getResourceAsStream(name);
        }
    }

    /** Nothing of it may be read any more. */
    static PrintStream stream() {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                wantedBy(Taker.SYSTEM_ERR);
            }
        };
        return new PrintStream(out, true);
    }

    /** A copy. */
    static final class OwnProperties extends Properties {
        private static final long serialVersionUID = 1L;

        OwnProperties(Properties copied) {
            putAll(copied);
        }

        @Override
        public String getProperty(String name) {
            wantedBy(Taker.PROPERTIES);
            return super.getProperty(name);
        }

        @Override
        public String getProperty(String name, String otherwise) {
            wantedBy(Taker.PROPERTIES);
            return super.getProperty(name, otherwise);
        }

        @Override
        public Set<String> stringPropertyNames() {
            wantedBy(Taker.PROPERTIES);
            return super.stringPropertyNames();
        }
    }

    /** Of URLs that the JDK's own handler opens. */
    static final class Handler extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            return new URL(url.toString()).openConnection();
        }

        @Override
        protected int hashCode(URL url) {
            wantedBy(Taker.URL_HANDLER);
            return super.hashCode(url);
        }

        @Override
        protected boolean equals(URL one, URL other) {
            wantedBy(Taker.URL_HANDLER);
            return super.equals(one, other);
        }

        @Override
        protected InetAddress getHostAddress(URL url) {
            wantedBy(Taker.URL_HANDLER);
            return super.getHostAddress(url);
        }

        @Override
        protected String toExternalForm(URL url) {
            wantedBy(Taker.URL_HANDLER);
            return super.toExternalForm(url);
        }
    }
}
