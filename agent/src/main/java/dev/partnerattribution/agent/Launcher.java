package dev.partnerattribution.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The agent as a JVM sees it. It is itself the transformer, and until the program loads a class that it knows by name it
 * does nothing but compare names. Nothing here throws: whatever goes wrong, the program runs as if there were no agent.
 */
public final class Launcher implements ClassFileTransformer, Runnable {
    /** Handed to whatever copy of the runtime classes runs in this JVM: the options are its highest source. */
    private static final String OPTIONS_PROPERTY = "partner.attribution.agent";

    /** Every azure-core pipeline, whoever builds it, goes through the constructor of this class. */
    private static final String HTTP_PIPELINE = "com/azure/core/http/HttpPipeline";

    private static volatile @Nullable Launcher installed;
    private static volatile @Nullable String lastSaid;

    private final Instrumentation instrumentation;
    private @Nullable AgentClassLoader inside;
    private @Nullable BiFunction<MethodHandles.Lookup, List<?>, List<?>> policyInsertion;

    private Launcher(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Called by the JVM before the program's {@code main}. */
    public static void premain(@Nullable String options, Instrumentation instrumentation) {
        try {
            if (!isJdkTool(System.getProperty("sun.java.command"))) {
                install(options == null ? "" : options, instrumentation);
            }
        } catch (Throwable e) {
            say("off: the agent can't start: " + e);
        }
    }

    /**
     * Whether the value of {@code sun.java.command} is a tool of the JDK: jps, keytool, javac and the like. They too start
     * with the agent when JAVA_TOOL_OPTIONS names it, and none of them deploys anything.
     */
    static boolean isJdkTool(@Nullable String command) {
        if (command == null || command.startsWith("jdk.compiler/com.sun.tools.javac.launcher.")) {
            return false; // `java Program.java` runs a program of the user's
        }
        int end = command.indexOf(' ');
        int slash = command.indexOf('/');
        boolean ofModule = slash > 0 && (end < 0 || slash < end);
        return (ofModule && (command.startsWith("jdk.") || command.startsWith("java.base/")))
                || command.startsWith("sun.tools.") // the rest is how Java 8 names them
                || command.startsWith("com.sun.tools.")
                || command.startsWith("sun.security.tools.");
    }

    private static void install(String options, Instrumentation instrumentation) throws Exception {
        if (installed != null) {
            say("the agent is given twice: the second one, with options \"" + options + "\", is ignored");
            return;
        }
        System.setProperty(OPTIONS_PROPERTY, options);
        Launcher launcher = new Launcher(instrumentation);
        installed = launcher;
        if (options.isEmpty()) {
            launcher.run(); // there is nothing to check, and nothing to load for it
        } else {
            launcher.inside().ifInOrder(options, launcher);
        }
    }

    /** The options are in order: begins to look at the classes that the program loads. */
    @Override
    public void run() {
        instrumentation.addTransformer(this);
    }

    private synchronized AgentClassLoader inside() throws Exception {
        if (inside == null) {
            inside = AgentClassLoader.ofThisJar();
        }
        return inside;
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
            return ((ClassFileTransformer) inside().make("HttpPipelineTransformer"))
                    .transform(loader, HTTP_PIPELINE, null, null, classFile);
        } catch (Throwable e) {
            say("off for azure-core: " + e);
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
            say("off for azure-core: " + e);
            return policies;
        }
    }

    @SuppressWarnings("unchecked") // the cast is to what the class inside implements
    private synchronized BiFunction<MethodHandles.Lookup, List<?>, List<?>> policyInsertion() throws Exception {
        if (policyInsertion == null) {
            policyInsertion = (BiFunction<MethodHandles.Lookup, List<?>, List<?>>) inside().make("PolicyInsertion");
        }
        return policyInsertion;
    }

    /** A program builds many pipelines: what is wrong with each of them is said once. */
    private static void say(String message) {
        if (!message.equals(lastSaid)) {
            lastSaid = message;
            System.err.println(
                    "partner-attribution: " + message.replace('\r', ' ').replace('\n', ' '));
        }
    }
}
