package dev.partnerattribution.agent.jdk;

import dev.partnerattribution.agent.engine.Faults;
import dev.partnerattribution.internal.options.Route;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the start of a method of the JDK, or before each of its returns: a call of the agent. Written by visitors rather
 * than as advice, because programs that never use Azure pay for it.
 */
public abstract class MethodEntry implements Function<@Nullable Object[], @Nullable Object> {
    private final Route route;
    private final String key = getClass().getName();

    /** Set where this JDK was found not to fit. */
    private volatile boolean unfit;

    protected MethodEntry(Route route) {
        this.route = route;
    }

    /** Whether this is the method, of those that the class has; there is one. */
    protected abstract boolean isAt(String method, String descriptor);

    /** Whether it stands before each return; then there can be no answer. */
    protected boolean isAtReturn() {
        return false;
    }

    /** What is meant by {@link #isAt}, for the message that says it is missing. */
    protected abstract String wanted();

    /** Writes the call, and what becomes of the answer. */
    protected abstract void write(AgentCall call);

    /**
     * Answers the call.
     *
     * @param call the key, then what {@link #write} put there
     * @return what the method is to go on with; null where nothing changes
     */
    protected abstract @Nullable Object answer(@Nullable Object[] call);

    protected final Route route() {
        return route;
    }

    /** By which a call says that it is for this. */
    final String key() {
        return key;
    }

    /** Never throws: what goes wrong with one request concerns that request alone, and it goes out as without us. */
    @Override
    public final @Nullable Object apply(@Nullable Object[] call) {
        if (unfit) {
            return null;
        }
        try {
            return answer(call);
        } catch (Throwable e) {
            unfit |= Faults.report(route, e);
            return null;
        }
    }
}
