package dev.partnerattribution.templates.internal.stamping;

import dev.partnerattribution.templates.Refused.Reason;
import java.util.Comparator;
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

    /** One out of those on each template in a file: a single refusal leaves it as it is. */
    static Decision together(List<Decision> each) {
        for (Decision decision : each) {
            if (decision.reason != null) {
                return decision;
            }
        }
        List<Decision> changing =
                each.stream().filter(decision -> !decision.edits.isEmpty()).toList();
        if (each.size() == 1 || changing.isEmpty()) {
            return each.get(0);
        }
        List<Edit> edits = changing.stream()
                .flatMap(decision -> decision.edits.stream())
                .sorted(Comparator.comparingInt(Edit::offset))
                .toList();
        String where = ", in " + changing.size() + " of the " + each.size() + " templates in it";
        return new Decision(null, edits.get(0).offset(), changing.get(0).message + where, edits);
    }

    static Decision unchanged(int at, String message) {
        return new Decision(null, at, "unchanged: " + message, List.of());
    }

    static Decision stamped(List<Edit> edits, String message) {
        return new Decision(null, edits.get(0).offset(), "stamped: " + message, edits);
    }
}
