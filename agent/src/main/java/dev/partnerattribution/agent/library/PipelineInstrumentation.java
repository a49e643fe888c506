package dev.partnerattribution.agent.library;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

/**
 * The constructor of a library's {@code HttpPipeline}, through which every pipeline goes, whoever builds it. Its second argument
 * is the list of policies: it gets one more.
 */
public abstract class PipelineInstrumentation extends LibraryInstrumentation {

    /** @param policy what is put into the list; a class of the runtime or the agent that is compiled against the library */
    protected PipelineInstrumentation(PipelineConnection connection, String type, String policy) {
        super(connection, type);
        helper(PipelineHelper.class, PolicyInsertion.class.getName(), policy);
        // The same in all versions: a client, then the policies; newer ones of azure-core add a tracer.
        advise(
                isConstructor().and(takesArgument(1, named("java.util.List"))),
                PipelineAdvice.class,
                "constructor that takes a List of policies");
    }
}
