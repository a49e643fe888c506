package dev.partnerattribution.testkit.internal.http;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/** The faults still to come, in the order they were asked for. */
public final class Faults {

    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();

    /** Adds one for so many requests that fulfil the condition. */
    public void add(int times, Predicate<Request> condition, Function<Request, Reply> reply) {
        pending.add(new Pending(new AtomicInteger(times), condition, reply));
    }

    /** What to answer this request with, if it is to go wrong. */
    public Optional<Reply> answer(Request request) {
        pending.removeIf(Pending::isUsedUp);
        return pending.stream()
                .filter(candidate -> candidate.condition.test(request) && candidate.take())
                .findFirst()
                .map(fault -> fault.reply.apply(request));
    }

    public void clear() {
        pending.clear();
    }

    private record Pending(AtomicInteger left, Predicate<Request> condition, Function<Request, Reply> reply) {

        boolean isUsedUp() {
            return left.get() == 0;
        }

        boolean take() {
            return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
        }
    }
}
