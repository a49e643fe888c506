package dev.partnerattribution.cli.verify;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.verify.Deployments.Deployment;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a deployment that carries a tracking ID in its name.
 *
 * @param deployment the one asked for
 * @param correlationId what ties it to the deployments of the same run
 * @param deployments those that were looked into, the one asked for included
 * @param resources what they made, each once
 * @param unread deployments of the run that could not be looked into, each with the reason
 */
record Evidence(
        Deployment deployment,
        String correlationId,
        List<Deployment> deployments,
        List<Attributed> resources,
        List<String> unread) {

    Evidence {
        deployments = List.copyOf(deployments);
        resources = List.copyOf(resources);
        unread = List.copyOf(unread);
    }

    /** The names of deployments of the run that carry another tracking ID. */
    List<String> otherIds() {
        Optional<TrackingId> own = PidName.id(deployment.name());
        return deployments.stream()
                .map(Deployment::name)
                .filter(name -> own.isPresent()
                        && PidName.id(name).filter(id -> !id.equals(own.get())).isPresent())
                .distinct()
                .toList();
    }

    /** Whether the deployment asked for carries a tracking ID; if not, nothing is attributed by it. */
    boolean isOfTrackingId() {
        return PidName.id(deployment.name()).isPresent();
    }

    /** How many of them are there, and attributed. */
    long attributed() {
        return isOfTrackingId() ? resources.stream().filter(Attributed::isMade).count() : 0;
    }

    /**
     * A resource that is attributed, once it is made.
     *
     * @param id its resource ID
     * @param type its type, as Azure tells it
     * @param state how the operation on it ended
     * @param deployment the name of the first deployment that told of it
     * @param listedByScript whether Microsoft's script lists it too: it looks at no other scope, and its pattern for
     *     deployments also fits deploymentScripts and deploymentStacks
     */
    record Attributed(String id, String type, String state, String deployment, boolean listedByScript) {
        boolean isMade() {
            return state.equalsIgnoreCase("Succeeded");
        }
    }
}
