package dev.partnerattribution.agent;

import dev.partnerattribution.internal.options.SharedProperties;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The transformer, and the registry of routes, which is the only list of them: the classes whose loading is waited for, and which
 * definition looks at each. Where a library may lack the class that is instrumented, one that every version has stands here as
 * well. Until the program loads one of them nothing is done but to compare names; then the engine is opened. Nothing here throws.
 */
public final class ClassWatcher implements ClassFileTransformer, Runnable {
    private static final String TLS = "tls";

    /** A route, as the option {@code routes} calls it; a definition, by its name below this package; its classes. */
    private static final String[][] REGISTRY = {
        {"azure-core", "azurecore.HttpPipelineInstrumentation", "com/azure/core/http/HttpPipeline"},
        {"clientcore", "clientcore.HttpPipelineInstrumentation", "io/clientcore/core/http/pipeline/HttpPipeline"},
        {
            "okhttp",
            "okhttp.Http1CodecInstrumentation",
            "okhttp3/internal/http1/Http1ExchangeCodec",
            "okhttp3/internal/http1/Http1Codec",
            "okhttp3/internal/http/Http1xStream",
            "okhttp3/internal/http/CallServerInterceptor",
            "okhttp3/internal/http/HttpEngine"
        },
        {
            "okhttp",
            "okhttp.Http2CodecInstrumentation",
            "okhttp3/internal/http2/Http2ExchangeCodec",
            "okhttp3/internal/http2/Http2Codec",
            "okhttp3/internal/http/Http2xStream",
            "okhttp3/internal/http2/Http2Connection",
            "okhttp3/internal/framed/FramedConnection"
        },
        {
            "okhttp",
            "okhttp2.HttpTransportInstrumentation",
            "com/squareup/okhttp/internal/http/Http1xStream",
            "com/squareup/okhttp/internal/http/HttpTransport",
            "com/squareup/okhttp/internal/http/Transport",
            "com/squareup/okhttp/internal/http/HttpStream"
        },
        {
            "okhttp",
            "okhttp2.FramedTransportInstrumentation",
            "com/squareup/okhttp/internal/http/Http2xStream",
            "com/squareup/okhttp/internal/http/FramedTransport",
            "com/squareup/okhttp/internal/http/SpdyTransport"
        },
        {"okhttp", "okhttp2.HttpEngineInstrumentation", "com/squareup/okhttp/internal/http/HttpEngine"},
        {"okhttp", "okhttp.FollowUpInstrumentation", "okhttp3/internal/http/RetryAndFollowUpInterceptor"},
        {"apache-httpclient-3", "apache3.HttpMethodInstrumentation", "org/apache/commons/httpclient/HttpMethodBase"},
        {
            "apache-httpclient-4",
            "apache4.RequestExecutorInstrumentation",
            "org/apache/http/protocol/HttpRequestExecutor",
            "org/apache/http/client/HttpClient"
        },
        {
            "apache-httpclient-4",
            "apache4.AsyncConnectionInstrumentation",
            "org/apache/http/impl/nio/DefaultNHttpClientConnection",
            "org/apache/http/nio/client/HttpAsyncClient"
        },
        {"apache-httpclient-4", "apache4.AsyncResponseInstrumentation", "org/apache/http/impl/nio/NHttpConnectionBase"},
        {
            "apache-httpclient-5",
            "apache5.RequestExecutorInstrumentation",
            "org/apache/hc/core5/http/impl/io/HttpRequestExecutor",
            "org/apache/hc/client5/http/impl/classic/CloseableHttpClient"
        },
        {"apache-httpclient-5", "apache5.ResponseInstrumentation", "org/apache/hc/core5/http/message/MessageSupport"},
        {
            "apache-httpclient-5",
            "apache5.AsyncRequestInstrumentation",
            "org/apache/hc/core5/http/impl/nio/DefaultHttpRequestWriter",
            "org/apache/hc/client5/http/impl/async/CloseableHttpAsyncClient"
        },
        {
            "apache-httpclient-5",
            "apache5.AsyncResponseInstrumentation",
            "org/apache/hc/core5/http/impl/nio/ClientHttp1StreamHandler"
        },
        {
            "apache-httpclient-5",
            "apache5.Http2RequestInstrumentation",
            "org/apache/hc/core5/http2/impl/DefaultH2RequestConverter",
            "org/apache/hc/core5/http2/impl/nio/ClientH2StreamMultiplexer"
        },
        {
            "apache-httpclient-5",
            "apache5.AsyncRouteInstrumentation",
            "org/apache/hc/client5/http/impl/async/HttpAsyncMainClientExec",
            "org/apache/hc/client5/http/impl/async/H2AsyncMainClientExec"
        },
        {
            "reactor-netty",
            "reactornetty.HttpClientOperationsInstrumentation",
            "reactor/netty/http/client/HttpClientOperations",
            "reactor/netty/http/client/HttpClient"
        },
        {
            "vertx",
            "vertx.RequestInstrumentation",
            "io/vertx/core/http/impl/HttpClientRequestImpl",
            "io/vertx/core/http/HttpClient"
        },
        {"vertx", "vertx.ResponseInstrumentation", "io/vertx/core/http/impl/HttpClientRequestBase"},
        {
            "jetty",
            "jetty.ConnectionInstrumentation",
            "org/eclipse/jetty/client/HttpConnection",
            "org/eclipse/jetty/client/transport/HttpConnection"
        },
        {
            "jetty",
            "jetty.ResponseInstrumentation",
            "org/eclipse/jetty/client/ResponseNotifier",
            "org/eclipse/jetty/client/transport/ResponseListeners"
        },
        {"netty-4", "netty4.EncoderInstrumentation", "io/netty/handler/codec/http/HttpObjectEncoder"},
        {"netty-4", "netty4.DecoderInstrumentation", "io/netty/handler/codec/http/HttpClientCodec$Decoder"},
        {"netty-4", "netty4.Http2EncoderInstrumentation", "io/netty/handler/codec/http2/DefaultHttp2ConnectionEncoder"},
        {"netty-3", "netty3.EncoderInstrumentation", "org/jboss/netty/handler/codec/http/HttpMessageEncoder"},
        {"netty-3", "netty3.DecoderInstrumentation", "org/jboss/netty/handler/codec/http/HttpClientCodec$Decoder"},
        {
            "ktor-cio",
            "ktor.RequestInstrumentation",
            "io/ktor/client/engine/cio/UtilsKt",
            "io/ktor/client/engine/cio/CIOEngine"
        },
        {"ktor-cio", "ktor.ResponseInstrumentation", "io/ktor/client/call/HttpClientCall"},
        {
            "pekko-http",
            "pekko.RequestInstrumentation",
            "org/apache/pekko/http/impl/engine/rendering/HttpRequestRendererFactory",
            "akka/http/impl/engine/rendering/HttpRequestRendererFactory"
        },
        {
            "pekko-http",
            "pekko.ResponseInstrumentation",
            "org/apache/pekko/http/impl/engine/client/PoolFlow$ResponseContext",
            "akka/http/impl/engine/client/PoolFlow$ResponseContext"
        },
        {"helidon", "helidon.Http1Instrumentation", "io/helidon/webclient/http1/Http1CallChainBase"},
        {
            "helidon",
            "helidon.Http2Instrumentation",
            "io/helidon/webclient/http2/Http2CallEntityChain",
            "io/helidon/webclient/http2/Http2CallOutputStreamChain"
        },
        {"http-url-connection", "jdk.urlconnection.RequestInstrumentation", "sun/net/www/http/HttpClient"},
        {"java-net-http", "jdk.httpclient.RequestInstrumentation", "jdk/internal/net/http/HttpRequestImpl"},
        {"java-net-http", "jdk.httpclient.AttemptInstrumentation", "jdk/internal/net/http/MultiExchange"},
        {"java-net-http", "jdk.httpclient.SenderInstrumentation", "jdk/internal/net/http/Exchange"},
        {"java-net-http", "jdk.httpclient.ResponseInstrumentation", "jdk/internal/net/http/Response"},
        {"child-processes", "jdk.process.ProcessInstrumentation", "java/lang/ProcessImpl"},
        {"child-processes", "jruby.InstanceConfigInstrumentation", "org/jruby/RubyInstanceConfig"},
        {TLS, "jdk.tls.ClientHelloInstrumentation", "sun/security/ssl/ClientHello$ClientHelloKickstartProducer"},
        {TLS, "nettytls.OpenSslEngineInstrumentation", "io/netty/handler/ssl/ReferenceCountedOpenSslEngine"},
    };

    private static final int TYPES = 2;

    /** Of each class, by its name with slashes: its row. */
    private static final Map<String, String[]> ROWS = new HashMap<>();

    /** Of each class, by its name with slashes, the name of the definition below this package. */
    static final Map<String, String> DEFINITIONS = new HashMap<>();

    /** The names by their {@link #end}: what is asked for each class that is loaded. */
    private static final String[][] BY_END = new String[1024][];

    private static final int SHORTEST = 4;

    static {
        for (String[] row : REGISTRY) {
            for (int i = TYPES; i < row.length; i++) {
                ROWS.put(row[i], row);
                DEFINITIONS.put(row[i], row[1]);
                int end = end(row[i]);
                String[] others = BY_END[end] == null ? new String[0] : BY_END[end];
                BY_END[end] = Arrays.copyOf(others, others.length + 1);
                BY_END[end][others.length] = row[i];
            }
        }
    }

    private static int end(String name) {
        int last = name.length() - 1;
        return last < SHORTEST
                ? 0
                : (name.charAt(last) + 7 * name.charAt(last - 1) + 61 * name.charAt(last - 4)) & (BY_END.length - 1);
    }

    /** The row of the class of this name, wherever a build tool relocated its library; null of any other class. */
    private static String @Nullable [] row(String name) {
        String[] names = BY_END[end(name)];
        if (names != null) {
            for (String original : names) {
                if (name.equals(original) || isRelocated(name, original)) {
                    return ROWS.get(original);
                }
            }
        }
        return null;
    }

    /**
     * For who applies definitions before a program runs.
     *
     * @param type a class, with slashes
     * @return the name of the definition that looks at it, below this package; null if none does
     */
    public static @Nullable String definitionOf(String type) {
        String[] row = row(type);
        return row == null ? null : row[1];
    }

    /** The names of definitions below this package, by those of the classes that they look at, with slashes. */
    public static Map<String, String> definitions() {
        return Collections.unmodifiableMap(DEFINITIONS);
    }

    private static boolean isRelocated(String name, String original) {
        boolean hasTop = original.startsWith("com/") || original.startsWith("org/"); // which tools may leave out
        int kept = original.length() - (hasTop ? "com/".length() : 0);
        int start = name.length() - kept;
        return start > 0
                && name.charAt(start - 1) == '/'
                && name.regionMatches(start, original, original.length() - kept, kept)
                && !DEFINITIONS.getOrDefault(original, "").startsWith("jdk.");
    }

    private final Instrumentation instrumentation;
    private final String options;
    private final Map<String, String> properties;
    private volatile @Nullable ClassFileTransformer engine;
    private volatile @Nullable Boolean trafficAskedFor;

    /** Of an agent that was started with these options and system properties. */
    ClassWatcher(Instrumentation instrumentation, String options, Map<String, String> properties) {
        this.instrumentation = instrumentation;
        this.options = options;
        this.properties = properties;
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
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            String name = loaded.getName();
            if (BY_END[end(name)] != null && row(name.replace('.', '/')) != null) {
                transformAgain(loaded);
            }
        }
        countFromTheStart();
    }

    /** Who asked for a summary is told also that there was nothing to sum up. */
    private void countFromTheStart() {
        if (isGiven("summary")) {
            try {
                made("requests.FromTheStart");
            } catch (Throwable e) {
                Reporter.say("off for the summary: " + e);
            }
        }
    }

    /** Whether the operator gave this option to the agent, or as a system property; what it says is read later. */
    private boolean isGiven(String option) {
        return options.contains(option) || properties.containsKey(SharedProperties.PREFIX + option);
    }

    /** Whether the operator wants to know what was sent: only then TLS is looked at. */
    private boolean isTrafficAskedFor() {
        Boolean known = trafficAskedFor;
        if (known == null) {
            known = isGiven("summary")
                    || isGiven("receipts")
                    || isGiven("verbose")
                    || new AsideEnvironment().asksForTraffic();
            trafficAskedFor = known;
        }
        return known;
    }

    /** Another agent may have started first, and what is attached to has run for a while. */
    private void transformAgain(Class<?> loaded) {
        try {
            instrumentation.retransformClasses(loaded);
        } catch (Throwable e) {
            String name = loaded.getName();
            Reporter.say(
                    "off for " + routeOf(name.replace('.', '/')) + ": " + name + " was loaded before the agent: " + e);
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        String[] row = name == null ? null : row(name);
        if (name == null || row == null || (row[0].equals(TLS) && !isTrafficAskedFor())) {
            return null;
        }
        return System.getSecurityManager() == null
                ? instrumented(loader, name, redefined, domain, classFile)
                : AccessController.doPrivileged(
                        (PrivilegedAction<byte[]>) () -> instrumented(loader, name, redefined, domain, classFile));
    }

    private byte @Nullable [] instrumented(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        try {
            return engine().transform(loader, name, redefined, domain, classFile);
        } catch (Throwable e) {
            Reporter.say("off for " + (e instanceof IllegalStateException ? e.getMessage() : routeOf(name) + ": " + e));
            return null;
        }
    }

    /** Other agents look at each class that is loaded for it, so no lock is held: the engine itself is one for all. */
    @SuppressWarnings("unchecked") // the cast is to what the class inside implements
    private ClassFileTransformer engine() throws Throwable {
        ClassFileTransformer opened = engine;
        if (opened == null) {
            opened = ((BiFunction<Map<String, String>, Instrumentation, ClassFileTransformer>)
                            made("engine.EngineStart"))
                    .apply(DEFINITIONS, instrumentation);
            engine = opened;
        }
        return opened;
    }

    /** One of the classes inside, all of which know from then on what the JVM was started with. */
    Object made(String name) throws Throwable {
        AgentClassLoader inside = AgentClassLoader.ofThisJar();
        inside.keepStart(options, properties);
        return inside.make(name);
    }

    /** What the option {@code routes} calls the route for which this class is waited for. */
    static String routeOf(String type) {
        String[] row = row(type);
        return row == null ? type : row[0];
    }
}
