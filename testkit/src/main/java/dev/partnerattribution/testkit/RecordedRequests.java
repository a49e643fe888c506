package dev.partnerattribution.testkit;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Requests in the order of their arrival: an immutable list that can be narrowed down. */
public final class RecordedRequests extends AbstractList<RecordedRequest> {

    private final List<RecordedRequest> requests;
    private final Map<Long, Caller> callers;

    RecordedRequests(Collection<RecordedRequest> requests) {
        this(requests, Map.of());
    }

    /** {@code callers} are those that are known, by the sequence of their requests; also of others than these. */
    RecordedRequests(Collection<RecordedRequest> requests, Map<Long, Caller> callers) {
        this.requests = List.copyOf(requests);
        this.callers = callers;
    }

    /** Those sent to this host name, whose case doesn't matter. */
    public RecordedRequests toHost(String host) {
        return matching(request -> request.host().equalsIgnoreCase(host));
    }

    /** Those sent to any other host name than this, whose case doesn't matter. */
    public RecordedRequests notToHost(String host) {
        return matching(request -> !request.host().equalsIgnoreCase(host));
    }

    /** Those of one of these methods, in capitals. */
    public RecordedRequests methods(String... methods) {
        return matching(request -> List.of(methods).contains(request.method()));
    }

    /** Those whose path holds this text, whose case doesn't matter. */
    public RecordedRequests at(String pathPart) {
        String sought = pathPart.toLowerCase(Locale.ROOT);
        return matching(request -> request.path().toLowerCase(Locale.ROOT).contains(sought));
    }

    /** Those answered with this status; 0 stands for a connection that was cut. */
    public RecordedRequests answered(int status) {
        return matching(request -> request.status() == status);
    }

    /** Those that may have changed something, see {@link RecordedRequest#isWrite()}. */
    public RecordedRequests writes() {
        return matching(RecordedRequest::isWrite);
    }

    /** Those the condition holds for. */
    public RecordedRequests matching(Predicate<? super RecordedRequest> condition) {
        return new RecordedRequests(requests.stream().filter(condition).toList(), callers);
    }

    /** {@link RecordedRequest#userAgent()} of each. */
    public List<String> userAgents() {
        return requests.stream().map(RecordedRequest::userAgent).toList();
    }

    /**
     * These requests, if there are any and each carries this tracking ID once, as a word of its own in its only
     * User-Agent, and no other one. Otherwise throws an AssertionError that lists those that don't, with what is known
     * of who sent them.
     *
     * @param trackingId {@code pid-<guid>}, {@code pid-…-partnercenter}, or the bare GUID; IllegalArgumentException is
     *     thrown for anything else
     */
    public RecordedRequests assertAttributedTo(String trackingId) {
        new AttributionReport(Pid.of(trackingId), callers).against(requests).ifPresent(text -> {
            throw new AssertionError(text);
        });
        return this;
    }

    @Override
    public RecordedRequest get(int index) {
        return requests.get(index);
    }

    @Override
    public int size() {
        return requests.size();
    }
}
