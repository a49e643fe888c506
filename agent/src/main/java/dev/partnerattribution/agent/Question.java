package dev.partnerattribution.agent;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the code that the agent puts at the start of a method makes, by its name, to ask what to go on with. Made by
 * {@link Class#newInstance} and called as a {@code Function}, because that is the cheapest that a method can do which can
 * see the JDK's classes only, at its first request and at each one.
 */
public final class Question implements Function<Object[], @Nullable Object> {
    /** For code that knows this class by name only. */
    public Question() {}

    /**
     * Asks. Never throws.
     *
     * @param call the name of the hook; a lookup made in that method, hence with its rights, or null; what the hook is shown
     * @return what the method is to go on with, null if as it would have
     */
    @Override
    public @Nullable Object apply(Object[] call) {
        return Launcher.answer(call);
    }
}
