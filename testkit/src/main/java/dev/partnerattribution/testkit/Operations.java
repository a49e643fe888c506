package dev.partnerattribution.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The long-running operations under way, and the answers to those who ask how they are getting on. */
final class Operations {

    private final Map<String, Operation> operations = new ConcurrentHashMap<>();

    /** Whether this path is an address given out by {@link #begin}. */
    static boolean owns(ArmPath path) {
        return path.segments().size() >= 2
                && Set.of("operationstatuses", "operationresults")
                        .contains(path.parent().name());
    }

    /**
     * Begins an operation.
     *
     * @param accepted the answer to give now, to which the headers are added
     * @param completion does what remains to be done, once, and gives the final answer
     */
    Reply begin(Request request, LongRunning kind, Reply accepted, Supplier<Reply> completion) {
        String subscription = ArmPath.of(request.path()).matches("subscriptions/*/**")
                ? "/subscriptions/" + ArmPath.of(request.path()).segment(1)
                : "";
        String id = UUID.randomUUID().toString();
        boolean async = kind.style() == LongRunning.Style.ASYNC_OPERATION;
        String path = subscription + (async ? "/operationstatuses/" : "/operationresults/") + id + version(request);
        Operation operation = new Operation(kind, path, completion);
        operations.put(id, operation);
        return accepted.with(async ? "Azure-AsyncOperation" : "Location", kind.urlOf(request, path))
                .with("Retry-After", kind.retryAfter());
    }

    /** Answers the poll at an address given out by {@link #begin}. */
    Reply poll(Request request, ArmPath path) {
        Operation operation = operations.get(path.name());
        if (operation == null) {
            throw ArmException.resourceNotFound(path.id());
        }
        Optional<Reply> result = operation.advance();
        boolean async = operation.kind.style() == LongRunning.Style.ASYNC_OPERATION;
        return async
                ? status(path, operation, result.isPresent())
                : result.orElseGet(() -> Reply.empty(202)
                        .with("Location", operation.kind.urlOf(request, operation.path))
                        .with("Retry-After", operation.kind.retryAfter()));
    }

    private static Reply status(ArmPath path, Operation operation, boolean done) {
        ObjectNode status = Json.object()
                .put("id", path.id())
                .put("name", path.name())
                .put("status", done ? "Succeeded" : "InProgress");
        Reply reply = Reply.json(200, status);
        return done ? reply : reply.with("Retry-After", operation.kind.retryAfter());
    }

    private static String version(Request request) {
        return request.query().isEmpty() ? "" : "?" + request.query();
    }

    private static final class Operation {

        private final LongRunning kind;
        private final String path;
        private final Supplier<Reply> completion;
        private int left;
        private Optional<Reply> result = Optional.empty();

        Operation(LongRunning kind, String path, Supplier<Reply> completion) {
            this.kind = kind;
            this.path = path;
            this.completion = completion;
            this.left = kind.polls();
        }

        synchronized Optional<Reply> advance() {
            if (left-- <= 0 && result.isEmpty()) {
                result = Optional.of(completion.get());
            }
            return result;
        }
    }
}
