package dev.partnerattribution.agent;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * By which instrumented classes of the JDK reach the agent: they make one by this name, which they find by the system class
 * loader, when they are used for the first time. Not for others.
 */
public final class AgentBridge implements Function<@Nullable Object[], @Nullable Object> {
    private final Function<@Nullable Object[], @Nullable Object> answers;

    /** Leads to the agent of this JVM. */
    @SuppressWarnings("unchecked") // what the class inside implements
    public AgentBridge() throws Throwable {
        answers = (Function<@Nullable Object[], @Nullable Object>)
                AgentClassLoader.ofThisJar().make("engine.AgentAnswers");
    }

    @Override
    public @Nullable Object apply(@Nullable Object[] call) {
        return answers.apply(call);
    }
}
