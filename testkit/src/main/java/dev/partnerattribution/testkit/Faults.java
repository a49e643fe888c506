package dev.partnerattribution.testkit;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The faults still to come, in the order they were asked for. */
final class Faults {

    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();

    void add(int times, Predicate<Request> condition, Fault fault) {
        pending.add(new Pending(new AtomicInteger(times), condition, fault));
    }

    Optional<Fault> next(Request request) {
        pending.removeIf(Pending::isUsedUp);
        return pending.stream()
                .filter(candidate -> candidate.condition.test(request) && candidate.take())
                .map(Pending::fault)
                .findFirst();
    }

    void clear() {
        pending.clear();
    }

    private record Pending(AtomicInteger left, Predicate<Request> condition, Fault fault) {

        boolean isUsedUp() {
            return left.get() == 0;
        }

        boolean take() {
            return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
        }
    }
}
