package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Attribution;
import dev.partnerattribution.Route;
import dev.partnerattribution.receipts.PipelineReceipts;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A hook in the constructor of a library's {@code HttpPipeline}, through which every pipeline goes, whoever builds it. Its
 * second argument is the list of policies: it gets one more.
 */
abstract class PipelineHook extends Hook {
    private static final int POLICIES = 2;

    private final Beside policy;
    private final PolicyInsertion insertion;

    /**
     * In the pipeline class of this name.
     *
     * @param policy what is put into the list
     * @param insertion where in the list that is
     */
    PipelineHook(Route route, String target, Beside policy, PolicyInsertion insertion) {
        super(route, target);
        this.policy = policy;
        this.insertion = insertion;
    }

    @Override
    boolean isAt(String method, String descriptor) {
        return method.equals("<init>") && takesPolicies(descriptor);
    }

    /** The same in all versions: a client, then the policies; newer ones of azure-core add a tracer. */
    private static boolean takesPolicies(String descriptor) {
        int second = descriptor.indexOf(';') + 1;
        return descriptor.startsWith("(L") && descriptor.startsWith("Ljava/util/List;", second);
    }

    @Override
    String wanted() {
        return "constructor that takes a List of policies";
    }

    @Override
    @Nullable
    Object answer(MethodHandles.@Nullable Lookup httpPipeline, @Nullable Object[] arguments) {
        List<?> policies = (List<?>) arguments[POLICIES];
        if (policies == null || httpPipeline == null) {
            return null; // the library's own answer to that is the right one
        }
        Attribution attribution =
                AttributionByLoader.of(httpPipeline.lookupClass().getClassLoader());
        if (attribution == null) {
            return null;
        }
        PipelineReceipts receipts = PipelineReceipts.ofTheAgent(route(), attribution);
        BinaryOperator<@Nullable String> stamp = (host, userAgent) -> attribution.stampOn(route(), host, userAgent);
        return insertion.withPolicy(policies, policy.instance(httpPipeline, stamp, Function.class, receipts));
    }

    @Override
    void take(Code code) {
        code.cast("java/util/List").store(POLICIES);
    }
}
