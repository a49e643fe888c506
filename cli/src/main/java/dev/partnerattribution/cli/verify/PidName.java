package dev.partnerattribution.cli.verify;

import dev.partnerattribution.InvalidTrackingIdException;
import dev.partnerattribution.TrackingId;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a deployment that carries a tracking ID: the ID, or with what {@code template stamp} puts behind it. */
final class PidName {
    /** What the function {@code uniqueString} of templates makes. */
    private static final Pattern SUFFIX = Pattern.compile("-[a-z0-9]{13}$");

    private PidName() {}

    /** Returns the ID, empty if the name has none. */
    static Optional<TrackingId> id(String deployment) {
        return parsed(deployment).or(() -> parsed(SUFFIX.matcher(deployment).replaceFirst("")));
    }

    private static Optional<TrackingId> parsed(String name) {
        try {
            return Optional.of(TrackingId.parse(name));
        } catch (InvalidTrackingIdException none) {
            return Optional.empty();
        }
    }
}
