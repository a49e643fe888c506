package dev.partnerattribution.testkit;

import dev.partnerattribution.testkit.internal.http.Faults;
import dev.partnerattribution.testkit.internal.http.Request;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The next requests of some kind, to be answered with a {@link Fault}. Begins with {@link LoopbackArm#next(int)}; takes
 * effect with {@link #answer(Fault)} and not before. Immutable: each condition gives a narrower one.
 */
public final class Injection {

    private final Faults faults;
    private final int times;
    private final Predicate<Request> condition;

    Injection(Faults faults, int times, Predicate<Request> condition) {
        this.faults = faults;
        this.times = times;
        this.condition = condition;
    }

    /** Only requests of one of these methods, one or more, in capitals. */
    public Injection methods(String... methods) {
        if (methods.length == 0) {
            throw new IllegalArgumentException("no method is given");
        }
        List<String> wanted = List.of(methods);
        return and(request -> wanted.contains(request.method()));
    }

    /**
     * Only requests whose path, as received, holds a match of this regular expression; case doesn't matter. Throws
     * PatternSyntaxException when it is none.
     */
    public Injection at(String pathPattern) {
        Predicate<String> path =
                Pattern.compile(pathPattern, Pattern.CASE_INSENSITIVE).asPredicate();
        return and(request -> path.test(request.path()));
    }

    /** Only requests to this host name, whose case doesn't matter. */
    public Injection toHost(String host) {
        return and(request -> request.host().equalsIgnoreCase(host));
    }

    /** From now on answers the requests described with this, until the number is used up or the server is reset. */
    public void answer(Fault fault) {
        faults.add(times, condition, fault::reply);
    }

    private Injection and(Predicate<Request> further) {
        return new Injection(faults, times, condition.and(further));
    }
}
