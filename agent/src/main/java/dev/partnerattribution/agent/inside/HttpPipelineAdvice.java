package dev.partnerattribution.agent.inside;

import java.lang.invoke.MethodHandles;
import java.util.List;
import net.bytebuddy.asm.Advice;

/**
 * The code that runs first in {@code HttpPipeline}'s constructor. It is copied there, so it names JDK types only: the
 * class loader of azure-core need not see the agent. The lookup it makes has {@code HttpPipeline}'s rights.
 */
final class HttpPipelineAdvice {
    private HttpPipelineAdvice() {}

    // Suppressed, because a JVM whose system class loader hides the agent must run on; the launcher itself never
    // throws.
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(value = 1, readOnly = false) List<?> policies) throws Throwable {
        policies = (List<?>)
                Class.forName("dev.partnerattribution.agent.Launcher", true, ClassLoader.getSystemClassLoader())
                        .getMethod("policies", MethodHandles.Lookup.class, List.class)
                        .invoke(null, MethodHandles.lookup(), policies);
    }
}
