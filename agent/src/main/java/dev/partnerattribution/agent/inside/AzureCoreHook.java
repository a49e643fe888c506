package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Attribution;
import dev.partnerattribution.Route;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * azure-core 1.x: every pipeline, whoever builds it, goes through the constructor of {@code HttpPipeline}, whose second
 * argument is the list of its policies.
 */
public final class AzureCoreHook extends Hook {
    private static final int POLICIES = 2;

    private final Beside policy = new Beside("dev/partnerattribution/azure/AttributionPolicy", KnownAzureCore::require);

    /** Made by the launcher, by name. */
    public AzureCoreHook() {
        super(Route.AZURE_CORE, "com/azure/core/http/HttpPipeline");
    }

    @Override
    boolean isAt(String method, String descriptor) {
        return method.equals("<init>") && takesPolicies(descriptor);
    }

    /** The same in all versions: a client, then the policies; newer ones add a tracer. */
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
            return null; // azure-core's own answer to that is the right one
        }
        ClassLoader azureCore = httpPipeline.lookupClass().getClassLoader();
        Attribution attribution = AttributionByLoader.of(azureCore);
        return PolicyInsertion.withPolicy(policies, policy.instance(httpPipeline, attribution::stamp));
    }

    @Override
    void take(Code code) {
        code.cast("java/util/List").store(POLICIES);
    }
}
