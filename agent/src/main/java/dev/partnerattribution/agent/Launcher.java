package dev.partnerattribution.agent;

import dev.partnerattribution.SharedProperties;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The agent as a JVM sees it. It is itself the transformer, and until the program loads a class that it knows by name it
 * does nothing but compare names. Nothing here throws: whatever goes wrong, the program runs as if there were no agent.
 */
public final class Launcher implements ClassFileTransformer, Runnable {
    private static final int MOST_SAID = 100;
    private static final int LONGEST = 2_000;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    /** Before the options: who attaches waits for that. */
    static final String REPORT = "report:";

    /**
     * The classes whose loading is waited for, each with what of the package inside is to look at it. Where a library may
     * lack the class that is instrumented, one that every version has stands here as well.
     */
    static final Map<String, String> HOOKS = new HashMap<>();

    static {
        HOOKS.put("com/azure/core/http/HttpPipeline", "AzureCoreHook");
        HOOKS.put("okhttp3/internal/http1/Http1ExchangeCodec", "OkHttpHook");
        HOOKS.put("okhttp3/internal/http1/Http1Codec", "OkHttpHook");
        HOOKS.put("okhttp3/internal/http/Http1xStream", "OkHttpHook");
        HOOKS.put("okhttp3/internal/http/CallServerInterceptor", "OkHttpHook");
        HOOKS.put("okhttp3/internal/http/HttpEngine", "OkHttpHook");
        HOOKS.put("okhttp3/internal/http2/Http2ExchangeCodec", "OkHttpHttp2Hook");
        HOOKS.put("okhttp3/internal/http2/Http2Codec", "OkHttpHttp2Hook");
        HOOKS.put("okhttp3/internal/http/Http2xStream", "OkHttpHttp2Hook");
        HOOKS.put("okhttp3/internal/http2/Http2Connection", "OkHttpHttp2Hook");
        HOOKS.put("okhttp3/internal/framed/FramedConnection", "OkHttpHttp2Hook");
        HOOKS.put("okhttp3/internal/http/RetryAndFollowUpInterceptor", "OkHttpAnswerHook");
        HOOKS.put("org/apache/http/protocol/HttpRequestExecutor", "ApacheHttpClient4Hook");
        HOOKS.put("org/apache/http/client/HttpClient", "ApacheHttpClient4Hook");
        HOOKS.put("org/apache/http/impl/nio/DefaultNHttpClientConnection", "ApacheHttpAsyncClient4Hook");
        HOOKS.put("org/apache/http/nio/client/HttpAsyncClient", "ApacheHttpAsyncClient4Hook");
        HOOKS.put("org/apache/http/impl/nio/NHttpConnectionBase", "ApacheHttpAsyncClient4AnswerHook");
        HOOKS.put("org/apache/hc/core5/http/impl/io/HttpRequestExecutor", "ApacheHttpClient5Hook");
        HOOKS.put("org/apache/hc/client5/http/impl/classic/CloseableHttpClient", "ApacheHttpClient5Hook");
        HOOKS.put("org/apache/hc/core5/http/message/MessageSupport", "ApacheHttpClient5AnswerHook");
        HOOKS.put("org/apache/hc/core5/http/impl/nio/DefaultHttpRequestWriter", "ApacheHttpAsyncClient5Hook");
        HOOKS.put("org/apache/hc/client5/http/impl/async/CloseableHttpAsyncClient", "ApacheHttpAsyncClient5Hook");
        HOOKS.put("org/apache/hc/core5/http/impl/nio/ClientHttp1StreamHandler", "ApacheHttpAsyncClient5AnswerHook");
        HOOKS.put("org/apache/hc/core5/http2/impl/DefaultH2RequestConverter", "ApacheHttp2Client5Hook");
        HOOKS.put("org/apache/hc/core5/http2/impl/nio/ClientH2StreamMultiplexer", "ApacheHttp2Client5Hook");
        HOOKS.put("org/apache/hc/client5/http/impl/async/HttpAsyncMainClientExec", "ApacheHttpAsyncClient5RouteHook");
        HOOKS.put("org/apache/hc/client5/http/impl/async/H2AsyncMainClientExec", "ApacheHttpAsyncClient5RouteHook");
        HOOKS.put("io/clientcore/core/http/pipeline/HttpPipeline", "ClientCoreHook");
        HOOKS.put("reactor/netty/http/client/HttpClientOperations", "ReactorNettyHook");
        HOOKS.put("reactor/netty/http/client/HttpClient", "ReactorNettyHook");
        HOOKS.put("io/vertx/core/http/impl/HttpClientRequestImpl", "VertxHook");
        HOOKS.put("io/vertx/core/http/HttpClient", "VertxHook");
        HOOKS.put("io/vertx/core/http/impl/HttpClientRequestBase", "VertxAnswerHook");
        HOOKS.put("sun/net/www/http/HttpClient", "HttpUrlConnectionHook");
        HOOKS.put("sun/net/www/protocol/http/HttpURLConnection", "HttpUrlConnectionAnswerHook");
        HOOKS.put("jdk/internal/net/http/HttpRequestImpl", "JavaNetHttpHook");
        HOOKS.put("jdk/internal/net/http/MultiExchange", "JavaNetHttpAttemptHook");
        HOOKS.put("jdk/internal/net/http/Exchange", "JavaNetHttpSenderHook");
        HOOKS.put("jdk/internal/net/http/Response", "JavaNetHttpAnswerHook");
        HOOKS.put("java/lang/ProcessImpl", "ChildProcessHook");
    }

    /** What the names of hooks hold, and what their routes are called. */
    private static final String[] ROUTES = {
        "AzureCore", "azure-core",
        "ClientCore", "clientcore",
        "OkHttp", "okhttp",
        "Client4", "apache-httpclient-4",
        "Client5", "apache-httpclient-5",
        "ReactorNetty", "reactor-netty",
        "Vertx", "vertx",
        "HttpUrlConnection", "http-url-connection",
        "JavaNetHttp", "java-net-http",
        "ChildProcess", "child-processes",
    };

    private static volatile @Nullable Launcher installed;
    private static final Set<String> SAID = new HashSet<>();

    private final Instrumentation instrumentation;

    /** As they were at the start: what the program does to its system properties later takes no option and no opt-out away. */
    private final String options;

    private final Map<String, String> properties;
    private final Map<String, Object> hooks = new ConcurrentHashMap<>();

    private Launcher(Instrumentation instrumentation, String options) {
        this.instrumentation = instrumentation;
        this.options = options;
        this.properties = properties();
    }

    /** Ours, and those that tell which program this is. Each by its name: to go through all would load more classes. */
    private static Map<String, String> properties() {
        Map<String, String> kept = new HashMap<>();
        String names = SharedProperties.KEPT_FROM_THE_START;
        int end;
        for (int start = 0; start < names.length(); start = end + 1) {
            end = names.indexOf(',', start);
            String name = names.substring(start, end);
            String value = property(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    private static @Nullable String property(String name) {
        try {
            return System.getProperty(name);
        } catch (RuntimeException e) {
            return null; // attached to a program whose properties are of a kind of its own
        }
    }

    /**
     * What the agent was started with, for a program's own copy of the runtime classes, which finds this class by its name.
     *
     * @return those system properties, and the options as {@link SharedProperties#AGENT_OPTIONS}; null if there is no agent
     */
    public static @Nullable Map<String, String> start() {
        Launcher launcher = installed;
        if (launcher == null) {
            return null;
        }
        Map<String, String> start = new HashMap<>(launcher.properties);
        start.put(SharedProperties.AGENT_OPTIONS, launcher.options);
        return start;
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

    /** Called by the JVM when somebody attaches to it, and before {@code main} for a {@code Launcher-Agent-Class}. */
    public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
        try {
            String given = options == null ? "" : options;
            if (given.startsWith(REPORT)) {
                attach(given.substring(REPORT.length()), instrumentation);
            } else if (installed == null || !given.isEmpty()) {
                install(given, instrumentation);
            }
        } catch (Throwable e) {
            say("off: the agent can't start: " + e);
        }
    }

    private static void attach(String options, Instrumentation instrumentation) throws Throwable {
        boolean already = installed != null;
        if (!already) {
            install(options, instrumentation);
        }
        report(already);
    }

    /**
     * Leaves word for who attached: {@link Attach} reads this property from the outside. It says which tracking ID is in
     * effect, so only who asks gets it: to find that out at once is too early, and in vain, for a program that just starts.
     */
    @SuppressWarnings("unchecked") // the cast is to what the class inside implements
    private static void report(boolean already) throws Throwable {
        Launcher launcher = installed;
        if (launcher != null) {
            String report = ((BiFunction<Collection<?>, Collection<?>, String>) launcher.made("AttachReport"))
                    .apply(launcher.hooks.values(), said());
            tell(SharedProperties.ATTACHED, (already ? "was there already, and stays as it is\n" : "") + report);
        }
    }

    private static synchronized Collection<?> said() {
        return new HashSet<>(SAID);
    }

    private static void install(String options, Instrumentation instrumentation) throws Throwable {
        if (installed != null) {
            say("the agent is given twice: the second one, and its options, are ignored"); // which may hold a secret
            return;
        }
        tell(SharedProperties.AGENT_OPTIONS, options);
        Launcher launcher = new Launcher(instrumentation, options);
        installed = launcher;
        if (options.isEmpty()) {
            launcher.run(); // there is nothing to check, and nothing to load for it
        } else {
            AgentClassLoader.ofThisJar().ifInOrder(options, launcher);
        }
    }

    /** Word for others, on which nothing here relies. */
    private static void tell(String property, String value) {
        try {
            System.setProperty(property, value);
        } catch (RuntimeException e) {
            return; // the program's properties are of a kind of its own
        }
    }

    /** The options are in order: begins to look at the classes that the program loads. */
    @Override
    public void run() {
        if (!instrumentation.isRetransformClassesSupported()) {
            instrumentation.addTransformer(
                    this); // a Launcher-Agent-Class of an application whose manifest doesn't say so
            return;
        }
        instrumentation.addTransformer(this, true);
        Set<String> awaited = new HashSet<>();
        for (String name : HOOKS.keySet()) {
            awaited.add(name.replace('/', '.')); // rather than the names of all classes that are loaded
        }
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (awaited.contains(loaded.getName())) {
                transformAgain(loaded);
            }
        }
        countFromTheStart();
    }

    /** Who asked for a summary is told also that there was nothing to sum up. */
    private void countFromTheStart() {
        if (options.contains("summary") || properties.containsKey(SharedProperties.PREFIX + "summary")) {
            try {
                made("FromTheStart");
            } catch (Throwable e) {
                say("off for the summary: " + e);
            }
        }
    }

    /** Another agent may have started first, and what is attached to has run for a while. */
    private void transformAgain(Class<?> loaded) {
        try {
            instrumentation.retransformClasses(loaded);
        } catch (Throwable e) {
            String name = loaded.getName();
            say("off for " + routeOf(String.valueOf(HOOKS.get(name.replace('.', '/')))) + ": " + name
                    + " was loaded before the agent: " + e);
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (name == null) {
            return null;
        }
        String hook = HOOKS.get(name);
        if (hook == null) {
            return null;
        }
        return System.getSecurityManager() == null
                ? instrumented(hook, loader, name, classFile)
                : AccessController.doPrivileged(
                        (PrivilegedAction<byte[]>) () -> instrumented(hook, loader, name, classFile));
    }

    private byte @Nullable [] instrumented(String hook, @Nullable ClassLoader loader, String name, byte[] classFile) {
        try {
            return ((ClassFileTransformer) hook(hook)).transform(loader, name, null, null, classFile);
        } catch (Throwable e) {
            sayOff(hook, e);
            return null;
        }
    }

    /**
     * See {@link Question#apply}. A security manager, which JDKs until 23 have, asks all who are on the stack, and the program
     * that sends the request need not be allowed what we are.
     */
    static @Nullable Object answer(Object[] call) {
        return System.getSecurityManager() == null
                ? answerWithOurRights(call)
                : AccessController.doPrivileged((PrivilegedAction<Object>) () -> answerWithOurRights(call));
    }

    @SuppressWarnings("unchecked") // the cast is to what the classes inside implement
    private static @Nullable Object answerWithOurRights(Object[] call) {
        String hook = (String) call[0];
        try {
            Launcher launcher = installed;
            return launcher == null
                    ? null
                    : ((BiFunction<MethodHandles.@Nullable Lookup, Object[], @Nullable Object>) launcher.hook(hook))
                            .apply((MethodHandles.Lookup) call[1], (Object[]) call[2]);
        } catch (Throwable e) {
            sayOff(hook, e);
            return null;
        }
    }

    private Object hook(String name) throws Throwable {
        Object hook = hooks.get(name);
        return hook == null ? firstHook(name) : hook;
    }

    /** Other agents look at each class that is loaded for it, so no lock is held. Of two that are made one counts. */
    private Object firstHook(String name) throws Throwable {
        Object made = made(name);
        Object earlier = hooks.putIfAbsent(name, made);
        return earlier == null ? made : earlier;
    }

    /** One of the classes inside, all of which know from then on what the JVM was started with. */
    private Object made(String name) throws Throwable {
        AgentClassLoader inside = AgentClassLoader.ofThisJar();
        inside.keepStart(options, properties);
        return inside.make(name);
    }

    private static void sayOff(String hook, Throwable e) {
        say("off for " + (e instanceof IllegalStateException ? e.getMessage() : routeOf(hook) + ": " + e));
    }

    /** What the option {@code routes} calls the route of a hook. The hook itself may be what can't be had. */
    static String routeOf(String hook) {
        for (int i = 0; i < ROUTES.length; i += 2) {
            if (hook.contains(ROUTES[i])) {
                return ROUTES[i + 1];
            }
        }
        return hook;
    }

    /** A program sends many requests: what is wrong with each of them is said once. */
    private static void say(String message) {
        if (isNew(message)) {
            print("partner-attribution: " + printable(message));
        }
    }

    /** Nothing is printed under this lock: whoever writes to System.err may wait for a thread that comes here. */
    private static synchronized boolean isNew(String message) {
        return SAID.size() < MOST_SAID && SAID.add(message);
    }

    /** Exceptions quote what others control. This works also where nothing inside the jar can be loaded. */
    private static String printable(String message) {
        char[] characters =
                message.substring(0, Math.min(message.length(), LONGEST)).toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] < ' ' || characters[i] > '~') {
                characters[i] = '?';
            }
        }
        return new String(characters) + (message.length() > LONGEST ? "..." : "");
    }

    /** On a thread that holds nothing: this one may be loading a class, for which another waits. See {@code Stderr}. */
    private static void print(String line) {
        try {
            Thread printer = new Thread(new StderrLine(line), "partner-attribution-stderr");
            printer.setDaemon(true);
            printer.start();
            printer.join(LONGEST_WAIT_MILLIS);
        } catch (Throwable e) { // not InterruptedException: to verify that, the JVM would load it at every start
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            } else {
                new StderrLine(line).run(); // no thread is to be had
            }
        }
    }
}
