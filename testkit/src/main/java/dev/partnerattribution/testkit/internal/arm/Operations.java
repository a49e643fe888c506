package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.RefusedException;
import dev.partnerattribution.testkit.internal.http.Reply;
import dev.partnerattribution.testkit.internal.http.Request;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The long-running operations under way, and the answers to those who ask how they are getting on. */
final class Operations {

    private final Map<String, Operation> operations = new ConcurrentHashMap<>();

    /** Those under way, by the path of what they are about, in lower case. */
    private final Map<String, Operation> byTarget = new ConcurrentHashMap<>();

    /** Whether this path is an address given out by {@link #begin}. */
    static boolean owns(ArmPath path) {
        return path.segments().size() >= 2
                && Set.of("operationstatuses", "operationresults")
                        .contains(path.parent().name().toLowerCase(Locale.ROOT));
    }

    /**
     * Begins an operation.
     *
     * @param accepted the answer to give now, to which the headers are added
     * @param completion does what remains to be done, once, and gives the final answer; or refuses by RefusedException
     */
    Reply begin(Request request, Polling kind, Reply accepted, Supplier<Reply> completion) {
        ArmPath asked = ArmPath.of(request.path());
        String subscription = asked.matches("subscriptions/*/**") ? "/subscriptions/" + asked.segment(1) : "";
        String id = UUID.randomUUID().toString();
        String path = subscription + (kind.isAsync() ? "/operationstatuses/" : "/operationresults/") + id;
        String url = kind.urlOf(request, path + (request.query().isEmpty() ? "" : "?" + request.query()));
        Operation operation = new Operation(kind, completion);
        operations.put(id, operation);
        byTarget.put(key(asked), operation);
        return accepted.with(kind.isAsync() ? "Azure-AsyncOperation" : "Location", url)
                .with("Retry-After", kind.retryAfter());
    }

    /** What is asked for itself gets on too: not everyone polls where the answer says. */
    void lookAt(ArmPath target) {
        Operation operation = byTarget.get(key(target));
        if (operation != null && operation.isDoneWhenLookedAt()) {
            byTarget.remove(key(target), operation);
        }
    }

    /** What is written anew finds done what was under way: else that would come over it later. */
    void finish(ArmPath target) {
        Operation operation = byTarget.remove(key(target));
        if (operation != null) {
            operation.finish();
        }
    }

    private static String key(ArmPath path) {
        return path.id().toLowerCase(Locale.ROOT);
    }

    /** Answers the poll at an address given out by {@link #begin}. */
    Reply poll(Request request, ArmPath path) {
        Operation operation = operations.get(path.name());
        if (operation == null) {
            throw Store.notFound(path.id());
        }
        Optional<Reply> result = operation.advance();
        Polling kind = operation.kind;
        if (kind.isAsync()) {
            Reply status = Reply.json(200, operation.status(path));
            return result.isPresent() ? status : status.with("Retry-After", kind.retryAfter());
        }
        return result.orElseGet(() -> Reply.empty(202)
                .with("Location", request.urlOf(request.head().originForm()))
                .with("Retry-After", kind.retryAfter()));
    }

    private static final class Operation {

        private final Polling kind;
        private final Supplier<Reply> completion;
        private int left;
        private int looksLeft;
        private Optional<Reply> result = Optional.empty();
        private Optional<RefusedException> failure = Optional.empty();

        Operation(Polling kind, Supplier<Reply> completion) {
            this.kind = kind;
            this.completion = completion;
            this.left = kind.polls();
            this.looksLeft = kind.polls();
        }

        synchronized Optional<Reply> advance() {
            if (left-- <= 0) {
                complete();
            }
            return result;
        }

        /** Counted for itself, so that those who poll are not told of an end before their time. */
        synchronized boolean isDoneWhenLookedAt() {
            if (looksLeft-- <= 0) {
                complete();
            }
            return result.isPresent();
        }

        synchronized void finish() {
            complete();
        }

        private void complete() {
            if (result.isEmpty()) {
                try {
                    result = Optional.of(completion.get());
                } catch (RefusedException refused) {
                    failure = Optional.of(refused);
                    result = Optional.of(refused.reply());
                }
            }
        }

        synchronized ObjectNode status(ArmPath path) {
            ObjectNode status = Json.object()
                    .put("id", path.id())
                    .put("name", path.name())
                    .put("status", result.isEmpty() ? "InProgress" : failure.isEmpty() ? "Succeeded" : "Failed");
            failure.ifPresent(refused -> status.set("error", refused.error()));
            return status;
        }
    }
}
