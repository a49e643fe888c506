package dev.partnerattribution.templates.internal.stamping;

import dev.partnerattribution.templates.Refused.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a template.
 *
 * @param reason of a refusal; else null
 * @param at where it stands
 * @param message what happened, and for a refusal what to do, without the place
 * @param edits none for a refusal, or if the ID is there already
 */
public record Decision(@Nullable Reason reason, int at, String message, List<Edit> edits) {
    static Decision refused(Reason reason, int at, String why) {
        return new Decision(reason, at, "refused: " + why, List.of());
    }

    static Decision unchanged(int at, String message) {
        return new Decision(null, at, "unchanged: " + message, List.of());
    }

    static Decision stamped(List<Edit> edits, String message) {
        return new Decision(null, edits.get(0).offset(), "stamped: " + message, edits);
    }
}
