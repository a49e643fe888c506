package dev.partnerattribution.testkit;

import dev.partnerattribution.TrackingId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A tracking ID that requests are expected to carry, and what is wrong with those that don't. */
final class Pid {

    private static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern BARE = Pattern.compile(GUID, Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_GUID = Pattern.compile("pid-" + GUID, Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_MARKETPLACE =
            Pattern.compile("pid-[a-z0-9][a-z0-9._-]*-partnercenter", Pattern.CASE_INSENSITIVE);

    private static final String GLUED = "the tracking ID is no word of its own in it";

    private final String token;

    private Pid(String token) {
        this.token = token;
    }

    /**
     * The one of this text: {@code pid-<guid>}, {@code pid-…-partnercenter} or a bare GUID. Throws
     * IllegalArgumentException for anything else.
     */
    static Pid of(String text) {
        if (BARE.matcher(text).matches()) {
            return new Pid("pid-" + text.toLowerCase(Locale.ROOT));
        }
        if (OF_GUID.matcher(text).matches()) {
            return new Pid(text.toLowerCase(Locale.ROOT));
        }
        if (OF_MARKETPLACE.matcher(text).matches()) {
            return new Pid(text);
        }
        throw new IllegalArgumentException("not a tracking ID: \"" + text
                + "\"; write it as Partner Center shows it: pid-<guid>, pid-...-partnercenter, or the bare GUID");
    }

    /** Why Microsoft would not credit this request to the ID, and only to it; empty when it would. */
    Optional<String> faultIn(RecordedRequest request) {
        List<String> found = TrackingId.findAll(request.userAgent());
        long times = found.stream().filter(this::isThis).count();
        List<String> others =
                found.stream().filter(id -> !isThis(id)).distinct().toList();
        if (request.userAgents().size() > 1) {
            return Optional.of("it has " + request.userAgents().size() + " User-Agent lines");
        }
        if (!others.isEmpty()) {
            return Optional.of("another tracking ID is in it: " + String.join(", ", others));
        }
        if (times == 0) {
            return Optional.of(request.userAgents().isEmpty() ? "it has no User-Agent" : absence(request));
        }
        if (TrackingId.wordsIn(request.userAgent()).isEmpty()) {
            return Optional.of(GLUED);
        }
        return times == 1 ? Optional.empty() : Optional.of("the tracking ID is in it " + times + " times");
    }

    private String absence(RecordedRequest request) {
        boolean inside = request.userAgent().toLowerCase(Locale.ROOT).contains(token.toLowerCase(Locale.ROOT));
        return inside ? GLUED : "no tracking ID is in it";
    }

    /** A GUID is the same in any case; what a marketplace ID means in another case is documented nowhere. */
    private boolean isThis(String word) {
        return OF_GUID.matcher(token).matches() ? token.equalsIgnoreCase(word) : token.equals(word);
    }

    /** As it stands in a User-Agent. */
    @Override
    public String toString() {
        return token;
    }
}
