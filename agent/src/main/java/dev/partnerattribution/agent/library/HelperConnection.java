package dev.partnerattribution.agent.library;

import dev.partnerattribution.agent.engine.Faults;
import dev.partnerattribution.agent.engine.UnsupportedLibraryException;
import dev.partnerattribution.agent.requests.ClientReceipts;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.agent.requests.RouteStamper;
import dev.partnerattribution.internal.options.Route;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The running side of a definition: what the helper of a library is connected with. It is used by the agent and by woven programs,
 * where there is no Byte Buddy and no definition. Subclasses have a public constructor of the same arguments, by which a woven
 * program makes them.
 */
public class HelperConnection {
    /** In {@link #parts}, who is told of requests. */
    protected static final int SENT = 4;

    private final Route route;
    private final Repeats repeats;

    /**
     * Of a helper that tells requests as most do.
     *
     * @param repeats what it means that the library comes by with the same request
     */
    public HelperConnection(Route route, Repeats repeats) {
        this.route = route;
        this.repeats = repeats;
    }

    /** The route that requests of the library take. */
    public final Route route() {
        return route;
    }

    /** What it means that the library comes by with the same request. */
    public final Repeats repeats() {
        return repeats;
    }

    /**
     * Throws {@link UnsupportedLibraryException} where the library of a class loader lacks what the helper needs.
     *
     * @param names the names, with dots, that classes of the library have there, by those it was published with
     */
    protected void requireLibrary(ClassLoader library, UnaryOperator<String> names) {}

    /**
     * What the helper gets: see {@link InjectedHelper#connect}.
     *
     * @param injected the helper and what it needs, as they are beside the library
     */
    protected Object[] parts(ClassLoader library, Class<?>... injected) {
        RouteStamper stamper = new RouteStamper(route, library);
        ClientReceipts receipts = new ClientReceipts(route, stamper, repeats);
        return new Object[] {injected[0], faults(), stamper, receipts, receipts, receipts.answers()};
    }

    /** Says what goes wrong, and whether the library does not fit. */
    protected final Predicate<Throwable> faults() {
        return thrown -> Faults.report(route, thrown);
    }

    /**
     * Answers an injected {@link InjectedHelper} that asks for its {@link #parts}.
     *
     * @param base its class
     * @param names see {@link #requireLibrary}
     * @param injected finds the helper and what it needs in a class loader
     * @return null where there is nothing for it; why was said
     */
    public final Object @Nullable [] answer(
            Class<?> base, UnaryOperator<String> names, Function<ClassLoader, Class<?>[]> injected) {
        try {
            ClassLoader library = Objects.requireNonNull(base.getClassLoader());
            requireLibrary(library, names);
            return parts(library, injected.apply(library));
        } catch (RuntimeException | LinkageError e) {
            Faults.report(
                    route,
                    e instanceof UnsupportedLibraryException
                            ? e
                            : UnsupportedLibraryException.that(
                                    "no helper can be injected beside " + base.getName() + ": " + e));
            return null;
        }
    }
}
