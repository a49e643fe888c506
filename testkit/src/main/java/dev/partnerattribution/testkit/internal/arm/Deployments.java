package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.RefusedException;
import dev.partnerattribution.testkit.internal.http.Reply;
import dev.partnerattribution.testkit.internal.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Template deployments at any scope, and their operations. */
final class Deployments {

    static final String TYPE = "Microsoft.Resources/deployments";
    static final String OPERATION_TYPE = TYPE + "/operations";

    private final Store store;
    private final Settings settings;
    private final Operations operations;
    private final Paging paging;

    Deployments(Store store, Settings settings, Operations operations, Paging paging) {
        this.store = store;
        this.settings = settings;
        this.operations = operations;
        this.paging = paging;
    }

    boolean owns(ArmPath path) {
        List<String> tail = path.tail();
        return tail.size() >= 2 && (tail.get(0) + "/" + tail.get(1)).equalsIgnoreCase(TYPE);
    }

    Reply answer(Request request, ArmPath path) {
        return switch (path.tail().size()) {
            case 2 -> paging.reply(request, inScope(path));
            case 3 -> deployment(request, path);
            case 4 -> request.is("POST") ? action(request, path) : operationsOf(request, path);
            default -> Reply.json(200, store.require(path.id()));
        };
    }

    private Reply deployment(Request request, ArmPath path) {
        if (request.is("GET") || request.is("HEAD")) {
            operations.lookAt(path);
        } else {
            operations.finish(path);
        }
        return switch (request.method()) {
            case "PUT" -> put(request, path);
            case "GET" -> Reply.json(200, require(path));
            case "HEAD" -> Reply.empty(store.get(path.id()).isPresent() ? 204 : 404);
            case "DELETE" -> delete(request, path);
            default -> throw new RefusedException(405, "MethodNotAllowed", request.method() + " is not possible here.");
        };
    }

    private Reply delete(Request request, ArmPath path) {
        return store.remove(path.id())
                ? operations.begin(request, Polling.AT_LOCATION, Reply.empty(202), () -> Reply.empty(204))
                : Reply.empty(204);
    }

    private Reply put(Request request, ArmPath path) {
        Deployment deployment = read(request, path);
        new DeploymentRules(store).check(deployment);
        // With the operations of the time before.
        int status = store.remove(path.id()) ? 200 : 201;
        store.put(deployment.inState("Accepted"));
        store.putTemplate(path.id(), deployment.template());
        Optional<Polling> operation = settings.putting(TYPE);
        if (operation.isEmpty()) {
            return Reply.json(status, new TemplateRun(store, deployment).run());
        }
        TemplateRun run = new TemplateRun(store, deployment).begin();
        Reply accepted = Reply.json(status, store.require(path.id()));
        return operations.begin(request, operation.get(), accepted, () -> Reply.json(200, run.run()));
    }

    private Reply action(Request request, ArmPath path) {
        ArmPath deployment = path.parent();
        return switch (path.name().toLowerCase(Locale.ROOT)) {
            case "validate" -> Reply.json(200, read(request, deployment).inState("Succeeded"));
            case "whatif" -> whatIf(request, deployment);
            case "cancel" -> Reply.empty(204);
            case "exporttemplate" -> Reply.json(200, exported(require(deployment)));
            default -> throw Store.notFound(path.id());
        };
    }

    private ObjectNode exported(ObjectNode deployment) {
        ObjectNode exported = Json.object();
        exported.set("template", store.template(deployment.path("id").asText()));
        return exported;
    }

    private Reply operationsOf(Request request, ArmPath path) {
        require(path.parent());
        return paging.reply(request, store.ofType(OPERATION_TYPE, path.parent().id()));
    }

    /** The deployments at this scope itself: those of a subscription's groups are not the subscription's. */
    private List<ObjectNode> inScope(ArmPath path) {
        return store.ofType(TYPE, path.scope()).stream()
                .filter(deployment ->
                        ArmPath.of(deployment.path("id").asText()).scope().equalsIgnoreCase(path.scope()))
                .toList();
    }

    private ObjectNode require(ArmPath path) {
        return store.get(path.id())
                .orElseThrow(() -> new RefusedException(
                        404, "DeploymentNotFound", "Deployment '" + path.name() + "' could not be found."));
    }

    private static Deployment read(Request request, ArmPath path) {
        Deployment deployment = new Deployment(path, Json.bodyOf(request), request.correlationId());
        deployment.check();
        return deployment;
    }

    private static Reply whatIf(Request request, ArmPath path) {
        read(request, path);
        ObjectNode result = Json.object().put("status", "Succeeded");
        result.putObject("properties").putArray("changes");
        return Reply.json(200, result);
    }
}
