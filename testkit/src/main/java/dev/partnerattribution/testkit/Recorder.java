package dev.partnerattribution.testkit;

import dev.partnerattribution.testkit.internal.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Numbers requests, keeps them until the next {@link #clear()} and tells its listeners. */
final class Recorder {

    private final NavigableMap<Long, RecordedRequest> requests = new TreeMap<>();
    private final Map<Long, Caller> callers = new HashMap<>();
    private final List<Consumer<? super RecordedRequest>> listeners;
    private final Supplier<Optional<Caller>> currentCaller;
    private long sequence;
    private long forgotten;

    Recorder(List<Consumer<? super RecordedRequest>> listeners) {
        this(listeners, Optional::empty);
    }

    /** {@code currentCaller} is asked who waits for the answer to a write, while he still does. */
    Recorder(List<Consumer<? super RecordedRequest>> listeners, Supplier<Optional<Caller>> currentCaller) {
        this.listeners = listeners;
        this.currentCaller = currentCaller;
    }

    synchronized long nextSequence() {
        return ++sequence;
    }

    /** Records a request that is about to be answered with this status. */
    void record(Request answered, int status) {
        RecordedRequest request = recorded(answered, status);
        Optional<Caller> caller = request.isWrite() ? currentCaller.get() : Optional.empty();
        if (keep(request, caller)) {
            listeners.forEach(listener -> tell(listener, request));
        }
    }

    private static RecordedRequest recorded(Request request, int status) {
        return new RecordedRequest(
                request.sequence(),
                request.instant(),
                request.method(),
                request.host().toLowerCase(Locale.ROOT),
                request.path(),
                request.query(),
                request.head().headers().stream()
                        .map(line -> new Header(line.name(), line.value()))
                        .toList(),
                request.body(),
                status);
    }

    /** A request still under way when the last test ended is no part of the next one. */
    private synchronized boolean keep(RecordedRequest request, Optional<Caller> caller) {
        boolean wanted = request.sequence() > forgotten;
        if (wanted) {
            requests.put(request.sequence(), request);
            caller.ifPresent(known -> callers.put(request.sequence(), known));
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
        return new RecordedRequests(requests.values(), Map.copyOf(callers));
    }

    synchronized void clear() {
        forgotten = sequence;
        requests.clear();
        callers.clear();
    }
}
