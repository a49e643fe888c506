package dev.partnerattribution.agent.library;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.partnerattribution.agent.requests.AttributionByLoader;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.Route;
import dev.partnerattribution.internal.receipts.PipelineReceipts;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The constructor of a library's {@code HttpPipeline}, through which every pipeline goes, whoever builds it. Its second argument
 * is the list of policies: it gets one more.
 */
public abstract class PipelineInstrumentation extends LibraryInstrumentation {
    private final String policyInterface;
    private final String loggingPolicy;

    /**
     * @param policyInterface what policies implement
     * @param policy what is put into the list; a class of the runtime or the agent that is compiled against the library
     * @param loggingPolicy the simple name of the policy that logs requests
     */
    protected PipelineInstrumentation(
            Route route, String type, String policyInterface, String policy, String loggingPolicy) {
        super(route, type);
        this.policyInterface = policyInterface;
        this.loggingPolicy = loggingPolicy;
        helper(PipelineHelper.class, PolicyInsertion.class.getName(), policy);
        // The same in all versions: a client, then the policies; newer ones of azure-core add a tracer.
        advise(
                isConstructor().and(takesArgument(1, named("java.util.List"))),
                PipelineAdvice.class,
                "constructor that takes a List of policies");
    }

    @Override
    protected final void requireLibrary(ClassLoader library, UnaryOperator<String> names) {
        new PolicyInterface(names.apply(policyInterface)).require(library);
    }

    @Override
    protected final Object[] parts(ClassLoader library, Class<?>... injected) {
        Supplier<Object @Nullable []> arguments = () -> arguments(library);
        return new Object[] {injected[0], faults(), injected[injected.length - 1], loggingPolicy, arguments};
    }

    /** What a policy of ours is made with: for one pipeline one attribution. Null while that is being found out. */
    private Object @Nullable [] arguments(ClassLoader library) {
        ResolvedAttribution attribution = AttributionByLoader.of(library);
        if (attribution == null) {
            return null;
        }
        BinaryOperator<@Nullable String> stamp = (host, userAgent) -> attribution.stampOn(route(), host, userAgent);
        return new Object[] {stamp, PipelineReceipts.ofTheAgent(route(), attribution)};
    }
}
