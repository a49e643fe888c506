package dev.partnerattribution.cli.emulate;

import dev.partnerattribution.InvalidTrackingIdException;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.testkit.RecordedRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts requests by what tracking ID they carry. Safe for use by several threads. */
final class Tally {
    private final Map<String, Integer> ids = new TreeMap<>();
    private int requests;
    private int attributed;

    /** The tracking IDs in the User-Agent, as often as they are there; counts the request. */
    synchronized List<String> add(RecordedRequest request) {
        List<String> found = trackingIds(request.userAgent());
        requests++;
        attributed += found.isEmpty() ? 0 : 1;
        found.stream().distinct().forEach(id -> ids.merge(id, 1, Integer::sum));
        return found;
    }

    private static List<String> trackingIds(String userAgent) {
        return Arrays.stream(userAgent.split("[ \t]+", -1))
                .filter(Tally::isTrackingId)
                .toList();
    }

    /** Also those that are nobody's own, such as Terraform's: it is what the server received. */
    private static boolean isTrackingId(String word) {
        try {
            TrackingId.parse(word);
            return true;
        } catch (InvalidTrackingIdException e) {
            return word.matches("(?i)pid-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }
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
