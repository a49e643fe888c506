package dev.partnerattribution.agent.jruby;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;
import java.util.Map;

/** What a script's {@code ENV} is made of; all that it starts inherits that, and nothing of it passes {@code ProcessBuilder}. */
public final class InstanceConfigInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public InstanceConfigInstrumentation() {
        super(new JRubyConnection(Route.CHILD_PROCESSES, Repeats.NEVER), "org/jruby/RubyInstanceConfig");
        helper(JRubyHelper.class);
        advise(
                named("getEnvironment").and(takesNoArguments()).and(returns(Map.class)),
                EnvironmentAdvice.class,
                "getEnvironment()");
    }
}
