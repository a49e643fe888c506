package dev.partnerattribution.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The agent as a JVM sees it. It is itself the transformer, and until the program loads a class that it knows by name it
 * does nothing but compare names. Nothing here throws: whatever goes wrong, the program runs as if there were no agent.
 */
public final class Launcher implements ClassFileTransformer {
    /** Handed to whatever copy of the runtime classes runs in this JVM: the options are its highest source. */
    private static final String OPTIONS_PROPERTY = "partner.attribution.agent";

    /** Every azure-core pipeline, whoever builds it, goes through the constructor of this class. */
    private static final String HTTP_PIPELINE = "com/azure/core/http/HttpPipeline";

    private static volatile @Nullable Launcher installed;

    private final AgentClassLoader inside;
    private @Nullable BiFunction<MethodHandles.Lookup, List<?>, List<?>> policyInsertion;

    private Launcher(AgentClassLoader inside) {
        this.inside = inside;
    }

    /** Called by the JVM before the program's {@code main}. */
    public static void premain(@Nullable String options, Instrumentation instrumentation) {
        try {
            if (!JdkTool.is(System.getProperty("sun.java.command"))) {
                install(options == null ? "" : options, instrumentation);
            }
        } catch (Throwable e) {
            say("off: the agent can't start: " + e);
        }
    }

    private static void install(String options, Instrumentation instrumentation) throws Exception {
        if (installed != null) {
            say("the agent is given twice: the second one, with options \"" + options + "\", is ignored");
            return;
        }
        System.setProperty(OPTIONS_PROPERTY, options);
        Launcher launcher = new Launcher(AgentClassLoader.ofThisJar());
        installed = launcher;
        if (launcher.accepts(options)) {
            instrumentation.addTransformer(launcher);
        }
    }

    /** The check itself says what is wrong. Without options there is nothing to check, and nothing to load. */
    @SuppressWarnings("unchecked") // the cast is to what the class inside implements
    private boolean accepts(String options) throws Exception {
        return options.isEmpty() || ((Predicate<String>) inside.make("OptionsCheck")).test(options);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        return HTTP_PIPELINE.equals(name) ? instrumented(loader, classFile) : null;
    }

    private byte @Nullable [] instrumented(@Nullable ClassLoader loader, byte[] classFile) {
        try {
            return ((ClassFileTransformer) inside.make("HttpPipelineTransformer"))
                    .transform(loader, HTTP_PIPELINE, null, null, classFile);
        } catch (Throwable e) {
            say("off for azure-core: " + HTTP_PIPELINE.replace('/', '.') + " can't be instrumented: " + e);
            return null;
        }
    }

    /**
     * Called by the code that the agent puts into {@code HttpPipeline}'s constructor.
     *
     * @param httpPipeline a lookup made in that constructor, hence with its rights
     * @param policies the policies that the pipeline was going to have
     * @return the policies that it gets
     */
    public static List<?> policies(MethodHandles.Lookup httpPipeline, List<?> policies) {
        try {
            Launcher launcher = installed;
            return launcher == null ? policies : launcher.policyInsertion().apply(httpPipeline, policies);
        } catch (Throwable e) {
            say("off for one azure-core pipeline: " + e);
            return policies;
        }
    }

    @SuppressWarnings("unchecked") // the cast is to what the class inside implements
    private synchronized BiFunction<MethodHandles.Lookup, List<?>, List<?>> policyInsertion() throws Exception {
        if (policyInsertion == null) {
            policyInsertion = (BiFunction<MethodHandles.Lookup, List<?>, List<?>>) inside.make("PolicyInsertion");
        }
        return policyInsertion;
    }

    private static void say(String message) {
        System.err.println("partner-attribution: " + message);
    }
}
