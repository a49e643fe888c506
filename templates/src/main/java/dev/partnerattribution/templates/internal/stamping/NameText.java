package dev.partnerattribution.templates.internal.stamping;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Scope;
import dev.partnerattribution.templates.Stamping.NameForm;
import dev.partnerattribution.templates.internal.evaluation.PidName;
import org.jspecify.annotations.Nullable;

/**
 * How the name of the deployment is written. Above resource groups a deployment is known by its name to the whole
 * subscription or tenant: a second one of the same name fails in another region, or while the first is under way. What comes
 * behind the ID there tells them apart.
 */
record NameText(TrackingId id, Scope scope, boolean regional) {
    private static final int HASH_LENGTH = 13;
    private static final int SHORTEST_HASH = 4;

    static NameText of(TrackingId id, Scope scope, @Nullable NameForm wanted) {
        boolean regional = wanted == null ? scope.needsLocation() : wanted == NameForm.REGIONAL;
        return new NameText(id, scope, regional && room(id) >= SHORTEST_HASH);
    }

    static boolean isTooLong(TrackingId id) {
        return id.token().length() > PidName.MAX_LENGTH;
    }

    /** What is left for a hash behind the ID and a hyphen. */
    private static int room(TrackingId id) {
        return PidName.MAX_LENGTH - id.token().length() - 1;
    }

    String inBicep() {
        return "'" + id.token() + (regional ? "-${" + hash() + "}" : "") + "'";
    }

    /** @param inSpec whether the expression is to be left to the template in a template spec */
    String inArm(boolean inSpec) {
        return regional
                ? "\"" + (inSpec ? "[[" : "[") + "concat('" + id.token() + "-', " + hash() + ")]\""
                : "\"" + id.token() + "\"";
    }

    private String hash() {
        String location = scope.needsLocation() ? "deployment().location" : "resourceGroup().location";
        String hash = "uniqueString(deployment().name, " + location + ")";
        return room(id) < HASH_LENGTH ? "take(" + hash + ", " + room(id) + ")" : hash;
    }

    /** As a message says it. */
    @Override
    public String toString() {
        return id + (regional ? "-<hash of deployment and region>" : "");
    }
}
