package dev.partnerattribution.cli.verify;

import dev.partnerattribution.cli.terminal.Failure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Azure Resource Manager remembers of deployments. Each question may end in a {@link Failure} that says what to do. */
interface Deployments {

    /** The deployment of this name, if there is one. */
    Optional<Deployment> find(Scope scope, String name);

    /** All deployments made at this scope itself. */
    List<Deployment> at(Scope scope);

    /** What the deployment did, in the order in which it is told. */
    List<Operation> operations(Deployment deployment);

    /** One deployment. */
    record Deployment(String id, String name, @Nullable String correlationId, @Nullable String state) {}

    /**
     * One step of a deployment; those that concern no resource have no target.
     *
     * @param kind such as {@code Create} or {@code Read}
     */
    record Operation(
            @Nullable String targetId, @Nullable String targetType, @Nullable String kind, @Nullable String state) {}
}
