package dev.partnerattribution.templates.internal.stamping;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Refused.Reason;
import dev.partnerattribution.templates.internal.evaluation.PidDeployment;
import org.jspecify.annotations.Nullable;

/** Says of a pid deployment that is there why nothing can be stamped. */
final class Refusals {
    private static final String BESIDE = "; add yours beside it if both partners are meant (--beside-others)";

    private final Wish wish;
    private final TrackingId ours;

    Refusals(Wish wish) {
        this.wish = wish;
        this.ours = wish.id();
    }

    /** Null if it stands in nobody's way. */
    @Nullable
    Decision of(PidDeployment pid) {
        if (wish.besideOthers() && isAnothers(pid)) {
            return null;
        }
        if (pid.nested()) {
            return Decision.refused(Reason.NESTED_PID, pid.at(), nestedFault(pid));
        }
        if (!pid.placeholder().isEmpty()) {
            return Decision.refused(
                    Reason.PLACEHOLDER_PID,
                    pid.at(),
                    "a build fills in " + pid.placeholder()
                            + " here, and what that is nobody knows: stamp the file that the build writes, or use the Maven"
                            + " plugin, which knows the project's properties");
        }
        if (pid.isBareGuid()) {
            return bareGuid(pid);
        }
        return switch (pid.says().status()) {
            case VALID -> valid(pid);
            case MALFORMED ->
                Decision.refused(Reason.MALFORMED_PID, pid.at(), pid.says().fault() + "; then stamp again");
            case PLACEHOLDER -> placeholder(pid);
            case UNRESOLVED -> unresolved(pid);
        };
    }

    /** Whether this can't become ours, so that ours may come beside it. */
    private boolean isAnothers(PidDeployment pid) {
        if (!pid.placeholder().isEmpty() || couldBeOurs(pid)) {
            return false;
        }
        return switch (pid.says().status()) {
            case VALID -> !pid.is(ours);
            case UNRESOLVED -> !pid.nested() || pid.foreign(ours) != null;
            case MALFORMED -> pid.isBareGuid() && !pid.says().known().equalsIgnoreCase(ours.guid());
            case PLACEHOLDER -> false;
        };
    }

    private boolean couldBeOurs(PidDeployment pid) {
        return pid.could().stream()
                .anyMatch(id -> id.equalsIgnoreCase(ours.token()) || id.equalsIgnoreCase(ours.guid()));
    }

    private String nestedFault(PidDeployment pid) {
        TrackingId says = pid.says().id();
        String what =
                says == null ? "a pid deployment" : says.equals(ours) ? ours.token() : "another ID, " + says + ",";
        String where = pid.origin().isEmpty() ? "in a nested template" : "at " + pid.origin() + ", which this deploys";
        String wayOut = says != null && !says.equals(ours) ? BESIDE : ": remove it there, then stamp again";
        return what + " is " + where + ", and belongs into the main template only" + wayOut;
    }

    private Decision bareGuid(PidDeployment pid) {
        boolean same = pid.says().known().equalsIgnoreCase(ours.guid());
        return same
                ? Decision.refused(
                        Reason.MALFORMED_PID, pid.at(), "the name lacks pid-: write " + ours + "; then stamp again")
                : Decision.refused(
                        Reason.OTHER_PID,
                        pid.at(),
                        "an empty deployment is named by a GUID that is not yours, "
                                + pid.says().known() + BESIDE);
    }

    private @Nullable Decision valid(PidDeployment pid) {
        String foreign = pid.foreign(ours);
        if (pid.is(ours) && foreign == null) {
            return null;
        }
        String says = "another ID, " + pid.says().id() + ", is in the template" + BESIDE;
        String both = "this name can become yours and another ID, "
                + (foreign == null ? pid.says().id() : foreign) + ": give each ID a deployment of its own";
        return Decision.refused(Reason.OTHER_PID, pid.at(), pid.is(ours) || couldBeOurs(pid) ? both : says);
    }

    private @Nullable Decision placeholder(PidDeployment pid) {
        if (wish.fillPlaceholders() && !pid.resource().repeated()) {
            return null;
        }
        return Decision.refused(
                Reason.PLACEHOLDER_PID,
                pid.at(),
                pid.says().fault() + "; a placeholder is written over only when asked for (--fill-placeholders)");
    }

    private Decision unresolved(PidDeployment pid) {
        String foreign = pid.foreign(ours);
        return foreign != null
                ? Decision.refused(Reason.OTHER_PID, pid.at(), "the name may become another ID, " + foreign + BESIDE)
                : Decision.refused(
                        Reason.UNRESOLVED_PID,
                        pid.at(),
                        "what this name becomes is known only when it is deployed: write the ID as the name"
                                + (couldBeOurs(pid) ? "" : BESIDE.replace("both partners are", "another one is")));
    }
}
