package dev.partnerattribution.testkit;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Requests in the order of their arrival: an immutable list that can be narrowed down. */
public final class RecordedRequests extends AbstractList<RecordedRequest> {

    private final List<RecordedRequest> requests;

    RecordedRequests(Collection<RecordedRequest> requests) {
        this.requests = List.copyOf(requests);
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
        return new RecordedRequests(requests.stream().filter(condition).toList());
    }

    /** {@link RecordedRequest#userAgent()} of each. */
    public List<String> userAgents() {
        return requests.stream().map(RecordedRequest::userAgent).toList();
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
