package dev.partnerattribution.testkit;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Numbers requests and keeps them until the next {@link #clear()}. */
final class Recorder {

    private final ConcurrentSkipListMap<Long, RecordedRequest> requests = new ConcurrentSkipListMap<>();
    private final AtomicLong sequence = new AtomicLong();
    private final Consumer<? super RecordedRequest> listener;
    private volatile long forgotten;

    Recorder(Consumer<? super RecordedRequest> listener) {
        this.listener = listener;
    }

    long nextSequence() {
        return sequence.incrementAndGet();
    }

    void record(RecordedRequest request) {
        // A request still under way when the last test ended is no part of the next one.
        if (request.sequence() > forgotten) {
            requests.put(request.sequence(), request);
            listener.accept(request);
        }
    }

    RecordedRequests snapshot() {
        return new RecordedRequests(requests.values());
    }

    void clear() {
        forgotten = sequence.get();
        requests.headMap(forgotten, true).clear();
    }
}
