package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import dev.partnerattribution.receipts.Receipts;
import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A hook in a class of a library, answered by a class of the package {@code beside} that is compiled against the library and
 * defined beside the target. That class is a {@link Function} of the arguments.
 */
abstract class LibraryHook extends Hook {
    private final Beside beside;

    private final ClassValue<Stampers> stampers = new ClassValue<Stampers>() {
        @Override
        protected Stampers computeValue(Class<?> target) {
            return new Stampers();
        }
    };

    /** Answered by the class of the package {@code beside} of this simple name. */
    LibraryHook(Route route, String answeredBy, String... targets) {
        super(route, targets);
        this.beside = new Beside("dev/partnerattribution/agent/beside/" + answeredBy, library -> {});
    }

    @Override
    final @Nullable Object answer(MethodHandles.@Nullable Lookup target, @Nullable Object[] arguments) {
        return target == null
                ? null
                : stampers.get(target.lookupClass()).of(this, target).apply(shown(arguments));
    }

    /** What the class beside is shown of what the hook was shown; unless overridden all of it. */
    @Nullable
    Object[] shown(@Nullable Object[] arguments) {
        return arguments;
    }

    /** The stamper is asked all the same: it stamps nothing then, and tells what is sent. */
    @Override
    final @Nullable Object answerWhenOff(MethodHandles.@Nullable Lookup target, @Nullable Object[] arguments) {
        return Receipts.here().wanted() ? answer(target, arguments) : null;
    }

    /** What the class beside tells of requests. */
    Consumer<@Nullable Object[]> receipts(Decision decision) {
        return new ClientReceipts(route(), decision, repeats());
    }

    /** What it means that the library comes by here with the same request. */
    Repeats repeats() {
        return Repeats.NEVER;
    }

    private static final class Stampers {
        private volatile @Nullable Function<@Nullable Object[], @Nullable Object> made;

        @SuppressWarnings("unchecked") // the classes of that package are such functions
        Function<@Nullable Object[], @Nullable Object> of(LibraryHook hook, MethodHandles.Lookup target) {
            Function<@Nullable Object[], @Nullable Object> stamper = made;
            if (stamper == null) {
                Decision decision =
                        new Decision(hook.route(), target.lookupClass().getClassLoader());
                stamper = (Function<@Nullable Object[], @Nullable Object>)
                        hook.beside.instance(target, decision, Consumer.class, hook.receipts(decision));
                made = stamper;
            }
            return stamper;
        }
    }
}
