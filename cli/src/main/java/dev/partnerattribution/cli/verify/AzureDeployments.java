package dev.partnerattribution.cli.verify;

import com.azure.resourcemanager.resources.fluent.DeploymentsManagementClient;
import com.azure.resourcemanager.resources.fluent.models.DeploymentExtendedInner;
import com.azure.resourcemanager.resources.fluent.models.DeploymentOperationInner;
import com.azure.resourcemanager.resources.models.DeploymentOperationProperties;
import com.azure.resourcemanager.resources.models.DeploymentPropertiesExtended;
import com.azure.resourcemanager.resources.models.TargetResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks Azure Resource Manager itself. */
final class AzureDeployments implements Deployments {
    private final DeploymentsManagementClient client;

    AzureDeployments(DeploymentsManagementClient client) {
        this.client = client;
    }

    @Override
    public Optional<Deployment> find(Scope scope, String name) {
        return ask(scope, () -> {
            try {
                return Optional.of(deployment(
                        scope.equals(Scope.TENANT)
                                ? client.getDeployments().getAtTenantScope(name)
                                : client.getDeployments().getAtScope(scope.id(), name)));
            } catch (RuntimeException e) {
                if (AzureFault.isDeploymentNotFound(e)) {
                    return Optional.<Deployment>empty();
                }
                throw e;
            }
        });
    }

    @Override
    public List<Deployment> at(Scope scope) {
        return ask(scope, () -> (scope.equals(Scope.TENANT)
                        ? client.getDeployments().listAtTenantScope()
                        : client.getDeployments().listAtScope(scope.id()))
                .stream().map(AzureDeployments::deployment).toList());
    }

    @Override
    public List<Operation> operations(Deployment deployment) {
        Scope scope = Scope.ofDeployment(deployment.id());
        return ask(scope, () -> (scope.equals(Scope.TENANT)
                        ? client.getDeploymentOperations().listAtTenantScope(deployment.name())
                        : client.getDeploymentOperations().listAtScope(scope.id(), deployment.name()))
                .stream().map(AzureDeployments::operation).toList());
    }

    private static <T> T ask(Scope scope, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw AzureFault.explained(scope, e);
        }
    }

    private static Deployment deployment(DeploymentExtendedInner inner) {
        DeploymentPropertiesExtended properties = inner.properties();
        return new Deployment(
                inner.id(),
                inner.name(),
                properties == null ? null : properties.correlationId(),
                properties == null ? null : text(properties.provisioningState()));
    }

    private static Operation operation(DeploymentOperationInner inner) {
        DeploymentOperationProperties properties = inner.properties();
        TargetResource target = properties == null ? null : properties.targetResource();
        return new Operation(
                target == null ? null : target.id(),
                target == null ? null : target.resourceType(),
                properties == null ? null : text(properties.provisioningOperation()),
                properties == null ? null : properties.provisioningState());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
