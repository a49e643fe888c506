package dev.partnerattribution.agent.library;

import dev.partnerattribution.agent.requests.AttributionByLoader;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.Route;
import dev.partnerattribution.internal.receipts.PipelineReceipts;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What {@link PipelineHelper} is connected with. */
public abstract class PipelineConnection extends HelperConnection {
    private final String policyInterface;
    private final String loggingPolicy;

    /**
     * @param policyInterface what policies implement
     * @param loggingPolicy the simple name of the policy that logs requests
     */
    protected PipelineConnection(Route route, Repeats repeats, String policyInterface, String loggingPolicy) {
        super(route, repeats);
        this.policyInterface = policyInterface;
        this.loggingPolicy = loggingPolicy;
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
