package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** What Azure Resource Manager refuses of a deployment because of its name, its region, or another one of that name. */
final class DeploymentRules {

    private static final int LONGEST_NAME = 64;

    /** Who asks no more how a deployment is getting on shall not keep its name forever. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

    private final Store store;

    DeploymentRules(Store store) {
        this.store = store;
    }

    /** Refuses a name that can't be, and a second region for one that is there. */
    void check(Deployment deployment) {
        ArmPath path = deployment.path();
        if (path.name().length() > LONGEST_NAME) {
            throw new RefusedException(
                    400,
                    "DeploymentNameLengthLimitExceeded",
                    "The deployment name '" + path.name() + "' has a length of '"
                            + path.name().length() + "'. The length must be at most '" + LONGEST_NAME + "'.");
        }
        String wanted = deployment.location();
        String kept = existing(path).path("location").asText();
        if (isAboveGroups(path) && !wanted.isEmpty() && !kept.isEmpty() && !same(wanted, kept)) {
            throw new RefusedException(
                    409,
                    "InvalidDeploymentLocation",
                    "Invalid deployment location '" + wanted + "'. The deployment '" + path.name()
                            + "' already exists in location '" + kept + "'.");
        }
    }

    /** The same for one that a template deploys, which may also lack a location, or be under way for another deployment. */
    void checkNested(Deployment deployment) {
        ArmPath path = deployment.path();
        if (isAboveGroups(path) && deployment.location().isEmpty()) {
            throw new RefusedException(
                    400,
                    "LocationRequired",
                    "The location property is required for this definition: deployment '" + path.name() + "'.");
        }
        check(deployment);
        ObjectNode existing = existing(path);
        boolean others = !existing.at("/properties/correlationId").asText().equals(deployment.correlationId());
        if (others && isActive(existing)) {
            throw new RefusedException(
                    409,
                    "DeploymentActive",
                    "Unable to edit or replace deployment '" + path.name() + "': previous deployment from '"
                            + existing.at("/properties/timestamp").asText() + "' is still active.");
        }
    }

    private static boolean isActive(ObjectNode deployment) {
        boolean running = Set.of("Accepted", "Running")
                .contains(deployment.at("/properties/provisioningState").asText());
        return running
                && Instant.parse(deployment.at("/properties/timestamp").asText())
                        .isAfter(Instant.now().minus(LONGEST_RUN));
    }

    private ObjectNode existing(ArmPath path) {
        return store.get(path.id()).orElseGet(Json::object);
    }

    /** Refuses a template that has a resource twice. */
    static void checkOnce(Set<String> names, ArmPath path) {
        if (!names.add(path.id().toLowerCase(Locale.ROOT))) {
            throw new RefusedException(
                    400,
                    "InvalidTemplate",
                    "Deployment template validation failed: 'The resource '" + path.id()
                            + "' is defined multiple times in a template.'");
        }
    }

    private static boolean isAboveGroups(ArmPath path) {
        return !path.matches("subscriptions/*/resourceGroups/*/**");
    }

    private static boolean same(String one, String other) {
        return one.replace(" ", "").equalsIgnoreCase(other.replace(" ", ""));
    }
}
