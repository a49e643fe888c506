package dev.partnerattribution.agent.library;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a pipeline, with ours at the right place: after the SDK's User-Agent policy, which replaces the header,
 * and before its logging policy, so that the SDK's own log shows what is sent. Where more policies follow the logging one
 * it stands at the end as well, since one of them may replace the header; stamping twice stamps once.
 */
public final class PolicyInsertion {
    private final String loggingPolicy;

    /** Of a library whose logging policy has this simple name. */
    PolicyInsertion(String loggingPolicy) {
        this.loggingPolicy = loggingPolicy;
    }

    /** A new list; the given one stays as it is. A policy of ours that a copied pipeline brought along moves. */
    List<Object> withPolicy(List<?> policies, Object policy) {
        List<Object> result = new ArrayList<>(policies.size() + 2);
        for (Object other : policies) {
            if (other == null || other.getClass() != policy.getClass()) {
                result.add(other);
            }
        }
        int logging = lastIndexOf(result, loggingPolicy);
        if (logging < lastIndexOf(result, "UserAgentPolicy")) {
            logging = -1;
        }
        boolean last = logging < 0 || logging < result.size() - 1;
        if (logging >= 0) {
            result.add(logging, policy);
        }
        if (last) {
            result.add(policy);
        }
        return result;
    }

    private static int lastIndexOf(List<?> policies, String simpleName) {
        for (int i = policies.size() - 1; i >= 0; i--) {
            if (isNamed(policies.get(i), simpleName)) {
                return i;
            }
        }
        return -1;
    }

    /** Looks at the end of the name: Class.getSimpleName fails where the class around it is missing. */
    private static boolean isNamed(@Nullable Object policy, String simpleName) {
        if (policy == null) {
            return false;
        }
        String name = policy.getClass().getName();
        return name.endsWith("." + simpleName) || name.endsWith("$" + simpleName);
    }
}
