package dev.partnerattribution.cli.emulate;

import dev.partnerattribution.InvalidTrackingIdException;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.terminal.Amount;
import dev.partnerattribution.testkit.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts requests by what tracking ID they carry. Safe for use by several threads. */
final class Tally {
    private final Map<String, Integer> ids = new TreeMap<>();
    private int requests;
    private int without;
    private int alone;

    /**
     * The tracking IDs in the User-Agent, as often as they are there; counts the request. As one that carries an ID it counts
     * only where that is set off by blanks.
     */
    synchronized List<String> add(RecordedRequest request) {
        List<String> found = TrackingId.findAll(request.userAgent());
        List<String> words = TrackingId.wordsIn(request.userAgent());
        requests++;
        without += words.isEmpty() ? 1 : 0;
        alone += found.size() == 1 && words.size() == 1 ? 1 : 0;
        words.stream().map(Tally::canonical).distinct().forEach(id -> ids.merge(id, 1, Integer::sum));
        return found;
    }

    /** A GUID means the same in capitals. */
    private static String canonical(String id) {
        try {
            return TrackingId.parse(id).token();
        } catch (InvalidTrackingIdException other) {
            return id;
        }
    }

    synchronized boolean isEmpty() {
        return requests == 0;
    }

    /** Whether there were requests, and each carried one tracking ID, once. */
    synchronized boolean isComplete() {
        return requests > 0 && alone == requests;
    }

    /** The same, of this ID. */
    synchronized boolean isComplete(String id) {
        return isComplete() && ids.keySet().equals(Set.of(id));
    }

    /** Such as "3 ARM requests, 2 with pid-…, 1 without a tracking ID". */
    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder(Amount.of(requests, "ARM request"));
        ids.forEach(
                (id, count) -> text.append(", ").append(count).append(" with ").append(id));
        if (without > 0) {
            text.append(", ").append(without).append(" without a tracking ID");
        }
        return text.toString();
    }
}
