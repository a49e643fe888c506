package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.internal.model.Resource;
import dev.partnerattribution.templates.internal.reading.Node;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that is there for attribution.
 *
 * @param name its name's value
 * @param at where it stands in the file that was asked about: its name, or what deploys the file that it is in
 * @param nested whether it is in a nested template, or in a file that this one deploys
 * @param literal whether the name is the text itself and not an expression
 * @param could the IDs and GUIDs that the name could become, other than the one that it says
 * @param placeholder what a build fills in, as it stands there; empty if nothing
 * @param origin the file, line and column where it stands, if that is another file; else empty
 * @param contents what it deploys; {@link Contents#UNKNOWN} if it is in a file that is not there
 */
public record PidDeployment(
        Resource resource,
        Node name,
        int at,
        boolean nested,
        boolean literal,
        PidName says,
        List<String> could,
        String placeholder,
        String origin,
        Contents contents) {
    /** What a deployment deploys. */
    public enum Contents {
        EMPTY,
        RESOURCES,
        UNKNOWN
    }

    /** Returns whether this is somebody's GUID without {@code pid-}. */
    public boolean isBareGuid() {
        return says.whole() && TrackingId.isGuid(says.known());
    }

    /** Returns whether the name says this ID. */
    public boolean is(@Nullable TrackingId id) {
        return id != null && Objects.equals(says.id(), id);
    }

    /** Returns an ID that the name could become and that is another one; null if none is known. */
    public @Nullable String foreign(TrackingId ours) {
        for (String other : could) {
            boolean same = other.equalsIgnoreCase(ours.token()) || other.equalsIgnoreCase(ours.guid());
            if (!same) {
                return other;
            }
        }
        return null;
    }
}
