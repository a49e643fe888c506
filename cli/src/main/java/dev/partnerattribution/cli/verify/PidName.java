package dev.partnerattribution.cli.verify;

import dev.partnerattribution.InvalidTrackingIdException;
import dev.partnerattribution.TrackingId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a deployment that carries a tracking ID: the ID, alone or with a suffix behind a hyphen, as templates may. */
final class PidName {
    private static final Pattern SUFFIXED =
            Pattern.compile("(?i)(pid-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|pid-.+?-partnercenter)-.+");

    private PidName() {}

    /** Returns the ID, empty if the name has none. */
    static Optional<TrackingId> id(String deployment) {
        return parsed(deployment).or(() -> {
            Matcher suffixed = SUFFIXED.matcher(deployment);
            return suffixed.matches() ? parsed(suffixed.group(1)) : Optional.empty();
        });
    }

    private static Optional<TrackingId> parsed(String name) {
        try {
            return Optional.of(TrackingId.parse(name));
        } catch (InvalidTrackingIdException none) {
            return Optional.empty();
        }
    }
}
