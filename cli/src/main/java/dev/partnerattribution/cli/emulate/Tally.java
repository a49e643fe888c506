package dev.partnerattribution.cli.emulate;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.testkit.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts requests by what tracking ID they carry. Safe for use by several threads. */
final class Tally {
    private final Map<String, Integer> ids = new TreeMap<>();
    private int requests;
    private int attributed;

    /**
     * The tracking IDs in the User-Agent, as often as they are there; counts the request. As one that carries an ID it counts
     * only where that is set off by blanks.
     */
    synchronized List<String> add(RecordedRequest request) {
        List<String> found = TrackingId.findAll(request.userAgent());
        requests++;
        attributed += TrackingId.wordsIn(request.userAgent()).isEmpty() ? 0 : 1;
        found.stream().distinct().forEach(id -> ids.merge(id, 1, Integer::sum));
        return found;
    }

    /** Such as "3 requests, 2 with a tracking ID: pid-… 2". */
    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder()
                .append(requests)
                .append(requests == 1 ? " request, " : " requests, ")
                .append(attributed)
                .append(" with a tracking ID");
        ids.forEach(
                (id, count) -> text.append("\n  ").append(count).append("  ").append(id));
        return text.toString();
    }
}
