package dev.partnerattribution.agent.library;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts a policy of ours into pipelines. Whoever reads this beside a library finds the policy there as well. */
public final class PipelineHelper extends InjectedHelper {
    /** By a handle: reflection looks for the types of all constructors, which include some of the runtime's. */
    private static final MethodType ARGUMENTS = MethodType.methodType(void.class, BinaryOperator.class, Function.class);

    private @Nullable Class<?> policy;
    private @Nullable PolicyInsertion insertion;
    private @Nullable Supplier<Object @Nullable []> arguments;

    /** Made beside a library. */
    public PipelineHelper() {}

    @Override
    @SuppressWarnings("unchecked") // what the agent gives
    protected void connect(Object[] parts) {
        faults(parts[1]);
        policy = (Class<?>) parts[2];
        insertion = new PolicyInsertion((String) parts[3]);
        arguments = (Supplier<Object @Nullable []>) parts[4];
    }

    /**
     * @param policies those of a pipeline that is being made
     * @return the same with ours
     */
    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object policies, @Nullable Object connection, @Nullable Object context) {
        if (policies == null || arguments == null) {
            return policies; // of none at all the library knows the right answer
        }
        Object[] given = arguments.get();
        if (given == null || policy == null || insertion == null) {
            return policies;
        }
        try {
            Object own =
                    MethodHandles.lookup().findConstructor(policy, ARGUMENTS).invokeWithArguments(given);
            return insertion.withPolicy((List<?>) policies, own);
        } catch (Throwable e) {
            throw new LinkageError(policy.getName() + " can't be made: " + e, e);
        }
    }
}
