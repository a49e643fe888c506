package dev.partnerattribution.testkit;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Numbers requests, keeps them until the next {@link #clear()} and tells its listeners. */
final class Recorder {

    private final NavigableMap<Long, RecordedRequest> requests = new TreeMap<>();
    private final List<Consumer<? super RecordedRequest>> listeners;
    private long sequence;
    private long forgotten;

    Recorder(List<Consumer<? super RecordedRequest>> listeners) {
        this.listeners = listeners;
    }

    synchronized long nextSequence() {
        return ++sequence;
    }

    void record(RecordedRequest request) {
        if (keep(request)) {
            listeners.forEach(listener -> tell(listener, request));
        }
    }

    /** A request still under way when the last test ended is no part of the next one. */
    private synchronized boolean keep(RecordedRequest request) {
        boolean wanted = request.sequence() > forgotten;
        if (wanted) {
            requests.put(request.sequence(), request);
        }
        return wanted;
    }

    /** What a listener throws is shown as if it had ended the thread; the client has its reply nevertheless. */
    private static void tell(Consumer<? super RecordedRequest> listener, RecordedRequest request) {
        try {
            listener.accept(request);
        } catch (RuntimeException | AssertionError thrown) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        }
    }

    synchronized RecordedRequests snapshot() {
        return new RecordedRequests(requests.values());
    }

    synchronized void clear() {
        forgotten = sequence;
        requests.clear();
    }
}
