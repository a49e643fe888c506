package dev.partnerattribution.cli.verify;

import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.cli.verify.Deployments.Deployment;
import dev.partnerattribution.cli.verify.Deployments.Operation;
import dev.partnerattribution.cli.verify.Evidence.Attributed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Microsoft's script, step by step: the deployment's correlation ID, all deployments with it, the targets of their
 * operations. It goes one step further and follows nested deployments into other scopes, where most of what a template of
 * a subscription or management group deploys lies.
 */
final class Trace {
    private static final Pattern DEPLOYMENT_ID =
            Pattern.compile(".*/providers/Microsoft\\.Resources/deployments/([^/]+)", Pattern.CASE_INSENSITIVE);

    /** Steps that look at, call or take away what was there before, in lower case. */
    private static final Set<String> MAKES_NOTHING =
            Set.of("read", "action", "delete", "deploymentcleanup", "evaluatedeploymentoutput");

    private final Deployments azure;
    private final Scope scope;
    private final Map<String, Deployment> seen = new LinkedHashMap<>();
    private final Queue<Deployment> toRead = new ArrayDeque<>();
    private final Map<String, Attributed> resources = new LinkedHashMap<>();
    private final List<String> unread = new ArrayList<>();

    private Trace(Deployments azure, Scope scope) {
        this.azure = azure;
        this.scope = scope;
    }

    /** @throws Failure if there is no such deployment, or its run can't be told from others, or Azure does not answer */
    static Evidence of(Deployments azure, Scope scope, String name) {
        Deployment deployment = azure.find(scope, name).orElseGet(() -> suffixed(azure, scope, name));
        String correlationId = deployment.correlationId();
        if (correlationId == null || correlationId.isBlank()) {
            throw Failure.found(
                    "deployment " + name + " in " + scope + " has no correlation ID, so that nothing tells what "
                            + "was deployed with it: deploy the template again and verify that deployment");
        }
        return new Trace(azure, scope).evidence(deployment, correlationId);
    }

    /** As {@code template stamp} names it above resource groups, where two deployments of one template are to be two. */
    private static Deployment suffixed(Deployments azure, Scope scope, String name) {
        List<Deployment> found = azure.at(scope).stream()
                .filter(deployment -> PidName.id(deployment.name())
                        .filter(id -> id.token().equalsIgnoreCase(name))
                        .isPresent())
                .toList();
        if (found.size() > 1) {
            throw Failure.found("there are " + found.size() + " deployments of this name with a suffix in " + scope
                    + ", one for each region and template: name one of "
                    + found.stream().map(Deployment::name).collect(Collectors.joining(", ")));
        }
        return found.stream().findFirst().orElseThrow(() -> missing(scope, name));
    }

    private static Failure missing(Scope scope, String name) {
        return Failure.found(
                "there is no deployment " + name + " in " + scope + ": see that the template holds it as a "
                        + "literal name, that it was deployed there, and that the history of deployments was not cleared. "
                        + "Deployments by API, SDK or Terraform leave none: their tracking ID is in the User-Agent only");
    }

    private Evidence evidence(Deployment deployment, String correlationId) {
        for (Deployment candidate : azure.at(scope)) {
            if (correlationId.equalsIgnoreCase(candidate.correlationId())) {
                meet(candidate);
            }
        }
        // Should the list lag behind.
        meet(deployment);
        for (Deployment next = toRead.poll(); next != null; next = toRead.poll()) {
            read(next, correlationId);
        }
        return new Evidence(
                deployment, correlationId, List.copyOf(seen.values()), List.copyOf(resources.values()), unread);
    }

    private void meet(Deployment deployment) {
        if (seen.putIfAbsent(key(deployment.id()), deployment) == null) {
            toRead.add(deployment);
        }
    }

    private void read(Deployment deployment, String correlationId) {
        for (Operation operation : operations(deployment)) {
            String target = operation.targetId();
            if (target == null || MAKES_NOTHING.contains(key(String.valueOf(operation.kind())))) {
                continue;
            }
            if (DEPLOYMENT_ID.matcher(target).matches()) {
                follow(target, correlationId, operation);
            } else {
                add(target, operation, deployment);
            }
        }
    }

    /** Elsewhere one may lack the right to read, which is no reason to say nothing of the rest. */
    private List<Operation> operations(Deployment deployment) {
        if (isInScope(deployment)) {
            return azure.operations(deployment);
        }
        try {
            return azure.operations(deployment);
        } catch (Failure failure) {
            unread.add(deployment.id() + ": " + failure.getMessage());
            return List.of();
        }
    }

    private void follow(String deploymentId, String correlationId, Operation operation) {
        if (seen.containsKey(key(deploymentId))) {
            return;
        }
        try {
            String name = deploymentId.substring(deploymentId.lastIndexOf('/') + 1);
            azure.find(Scope.ofDeployment(deploymentId), name)
                    // A later run may have left another of the same name there.
                    .filter(nested -> correlationId.equalsIgnoreCase(nested.correlationId()))
                    .ifPresentOrElse(this::meet, () -> noteGone(deploymentId, operation));
        } catch (Failure failure) {
            unread.add(deploymentId + ": " + failure.getMessage());
        }
    }

    /** One that failed may never have been there. */
    private void noteGone(String deploymentId, Operation operation) {
        if (!"Failed".equalsIgnoreCase(operation.state())) {
            unread.add(deploymentId + ": it was replaced or removed since; deploy again and verify");
        }
    }

    private void add(String target, Operation operation, Deployment deployment) {
        boolean listedByScript = isInScope(deployment) && !key(target).contains("microsoft.resources/deployments");
        String type = operation.targetType() == null ? "" : operation.targetType();
        String state = operation.state() == null ? "" : operation.state();
        resources.merge(
                key(target), new Attributed(target, type, state, deployment.name(), listedByScript), Trace::better);
    }

    /** Of two steps about one resource the one that made it, else the one that the script lists. */
    private static Attributed better(Attributed first, Attributed again) {
        if (first.isMade() != again.isMade()) {
            return first.isMade() ? first : again;
        }
        return first.listedByScript() ? first : again;
    }

    private boolean isInScope(Deployment deployment) {
        return key(Scope.ofDeployment(deployment.id()).id()).equals(key(scope.id()));
    }

    /** Azure spells IDs now like this, now like that. */
    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
