package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.RefusedException;
import dev.partnerattribution.testkit.internal.http.Reply;
import dev.partnerattribution.testkit.internal.http.Request;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Resources of any type at any scope. */
final class Resources {

    /** Types whose services answer a PUT that made something with 200, and whose clients refuse a 201. */
    private static final Set<String> NEVER_201 = Set.of(
            "microsoft.compute/availabilitysets",
            "microsoft.compute/disks",
            "microsoft.compute/snapshots",
            "microsoft.documentdb/databaseaccounts",
            "microsoft.storage/storageaccounts",
            "microsoft.web/serverfarms",
            "microsoft.web/sites");

    private final Store store;
    private final Settings settings;
    private final Operations operations;

    Resources(Store store, Settings settings, Operations operations) {
        this.store = store;
        this.settings = settings;
        this.operations = operations;
    }

    /** Answers whatever is asked of one resource. */
    Reply resource(Request request, ArmPath path, String type) {
        if (request.is("GET") || request.is("HEAD")) {
            operations.lookAt(path);
        } else {
            operations.finish(path);
        }
        return switch (request.method()) {
            case "PUT" -> put(request, path, type);
            case "GET" -> Reply.json(200, store.require(path.id()));
            case "HEAD" -> Reply.empty(store.get(path.id()).isPresent() ? 204 : 404);
            case "PATCH" -> patch(request, path);
            case "DELETE" -> delete(request, path, type);
            default -> throw new RefusedException(405, "MethodNotAllowed", request.method() + " is not possible here.");
        };
    }

    private Reply put(Request request, ArmPath path, String type) {
        ObjectNode made = Json.bodyOf(request)
                .put("id", path.id())
                .put("name", path.name())
                .put("type", type);
        ObjectNode done = Store.inState(made, "Succeeded");
        Optional<Polling> operation = settings.putting(type);
        boolean isNew = store.put(operation.isPresent() ? Store.inState(made, "Creating") : done);
        int status = isNew && !NEVER_201.contains(type.toLowerCase(Locale.ROOT)) ? 201 : 200;
        return operation
                .map(kind -> operations.begin(request, kind, accepted(kind, status, path), () -> {
                    store.put(done);
                    return Reply.json(200, done);
                }))
                .orElseGet(() -> Reply.json(status, done));
    }

    private Reply accepted(Polling kind, int status, ArmPath path) {
        return kind.isAsync() ? Reply.json(status, store.require(path.id())) : Reply.empty(202);
    }

    private Reply patch(Request request, ArmPath path) {
        ObjectNode changed = store.require(path.id()).deepCopy();
        merge(changed, Json.bodyOf(request));
        store.put(changed);
        return Reply.json(200, changed);
    }

    private Reply delete(Request request, ArmPath path, String type) {
        Optional<ObjectNode> present = store.get(path.id());
        if (present.isEmpty()) {
            return Reply.empty(204);
        }
        Optional<Polling> operation = settings.deleting(type);
        if (operation.isEmpty()) {
            store.remove(path.id());
            return Reply.empty(200);
        }
        store.put(Store.inState(present.get(), "Deleting"));
        return operations.begin(request, operation.get(), Reply.empty(202), () -> {
            store.remove(path.id());
            return Reply.empty(200);
        });
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        changes.properties().forEach(change -> {
            if (change.getValue() instanceof ObjectNode inner
                    && target.get(change.getKey()) instanceof ObjectNode existing) {
                merge(existing, inner);
            } else {
                target.set(change.getKey(), change.getValue());
            }
        });
    }
}
