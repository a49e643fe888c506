package dev.partnerattribution.agent.jruby;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.requests.RouteStamper;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a script's {@code ENV} is made of; all that it starts inherits that, and nothing of it passes {@code ProcessBuilder}. */
public final class InstanceConfigInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public InstanceConfigInstrumentation() {
        super(Route.CHILD_PROCESSES, "org/jruby/RubyInstanceConfig");
        helper(JRubyHelper.class);
        advise(
                named("getEnvironment").and(takesNoArguments()).and(returns(Map.class)),
                EnvironmentAdvice.class,
                "getEnvironment()");
    }

    @Override
    protected Object[] parts(ClassLoader library, Class<?>... injected) {
        RouteStamper stamper = new RouteStamper(route(), library);
        UnaryOperator<@Nullable Object> environment = before -> handedDown(stamper, before);
        return new Object[] {injected[0], faults(), environment};
    }

    @SuppressWarnings("unchecked") // the type of the method
    private @Nullable Object handedDown(RouteStamper stamper, @Nullable Object before) {
        ResolvedAttribution attribution = before != null && RouteStamper.isOn(route()) ? stamper.attribution() : null;
        Map<String, String> after =
                attribution == null ? null : attribution.childEnvironment((Map<String, String>) before);
        return after == null || after == before ? before : new LinkedHashMap<>(after);
    }
}
