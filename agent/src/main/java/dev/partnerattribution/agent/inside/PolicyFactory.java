package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Attribution;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes a policy for a pipeline: of a class that lives beside that pipeline's, for the attribution in effect there. */
final class PolicyFactory {
    /** Weak on both sides: a class loader that the application drops is collected, with the policy class in it. */
    private final Map<Class<?>, WeakReference<Class<?>>> policyClasses = new WeakHashMap<>();

    private final AttributionByLoader attributions = new AttributionByLoader();

    Object policyFor(MethodHandles.Lookup httpPipeline) {
        Class<?> policyClass = policyClassFor(httpPipeline);
        Attribution attribution = attributions.of(httpPipeline.lookupClass().getClassLoader());
        BinaryOperator<@Nullable String> stamp = attribution::stamp;
        try {
            return httpPipeline
                    .findConstructor(policyClass, MethodType.methodType(void.class, BinaryOperator.class))
                    .invokeWithArguments(stamp);
        } catch (Throwable e) {
            throw new IllegalStateException("the policy can't be made", e);
        }
    }

    private synchronized Class<?> policyClassFor(MethodHandles.Lookup httpPipeline) {
        Class<?> key = httpPipeline.lookupClass();
        WeakReference<Class<?>> known = policyClasses.get(key);
        Class<?> policyClass = known == null ? null : known.get();
        if (policyClass == null) {
            KnownAzureCore.require(key.getClassLoader());
            policyClass = PolicyClass.definedBeside(httpPipeline);
            policyClasses.put(key, new WeakReference<>(policyClass));
        }
        return policyClass;
    }
}
