package dev.partnerattribution.agent.jruby;

import dev.partnerattribution.agent.library.InjectedHelper;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Injected beside JRuby, of whose types it needs none. */
public final class JRubyHelper extends InjectedHelper {
    private @Nullable UnaryOperator<@Nullable Object> environment;

    /** Made by the injected base, by name. */
    public JRubyHelper() {}

    @Override
    @SuppressWarnings("unchecked") // what the agent gives
    protected void connect(Object[] parts) {
        faults(parts[1]);
        environment = (UnaryOperator<@Nullable Object>) parts[2];
    }

    /** Takes an environment, and returns what a child is to have. */
    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object before, @Nullable Object connection, @Nullable Object context) {
        return environment == null ? before : environment.apply(before);
    }
}
