package dev.partnerattribution.cli.doctor.signature;

import dev.partnerattribution.internal.options.Route;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sends requests, and how it shows. Each {@link Route} has at least one; some have no route. All names
 * have slashes; one that ends in a slash stands for what begins so.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are never changed
public enum Client {
    AZURE_CORE(
            Route.AZURE_CORE,
            "azure-core",
            "com/azure/core/http/HttpPipeline",
            List.of("com.azure:azure-core"),
            List.of("com/azure/core/http/HttpPipelineBuilder")),
    CLIENTCORE(
            Route.CLIENTCORE,
            "io.clientcore",
            "io/clientcore/core/http/pipeline/HttpPipeline",
            List.of("io.clientcore:core"),
            List.of("io/clientcore/core/http/")),
    OKHTTP(
            Route.OKHTTP,
            "OkHttp",
            "okhttp3/OkHttpClient",
            List.of("com.squareup.okhttp3:okhttp", "com.squareup.okhttp3:okhttp-jvm"),
            List.of("okhttp3/", "retrofit2/")),
    APACHE_4(
            Route.APACHE_HTTPCLIENT_4,
            "Apache HttpClient 4",
            "org/apache/http/client/HttpClient",
            List.of("org.apache.httpcomponents:httpclient"),
            List.of("org/apache/http/client/", "org/apache/http/impl/client/", "org/apache/http/impl/nio/client/")),
    APACHE_5(
            Route.APACHE_HTTPCLIENT_5,
            "Apache HttpClient 5",
            "org/apache/hc/client5/http/classic/HttpClient",
            List.of("org.apache.httpcomponents.client5:httpclient5"),
            List.of("org/apache/hc/client5/")),
    REACTOR_NETTY(
            Route.REACTOR_NETTY,
            "reactor-netty",
            "reactor/netty/http/client/HttpClient",
            List.of("io.projectreactor.netty:reactor-netty-http", "io.projectreactor.netty:reactor-netty"),
            List.of("reactor/netty/http/client/", "org/springframework/web/reactive/function/client/")),
    VERTX(
            Route.VERTX,
            "Vert.x",
            "io/vertx/core/http/HttpClient",
            List.of("io.vertx:vertx-core"),
            List.of("io/vertx/core/http/HttpClient", "io/vertx/ext/web/client/")),
    HTTP_URL_CONNECTION(
            Route.HTTP_URL_CONNECTION,
            "java.net.HttpURLConnection",
            null,
            List.of(),
            List.of(
                    "java/net/URLConnection",
                    "java/net/HttpURLConnection",
                    "javax/net/ssl/HttpsURLConnection",
                    "org/springframework/web/client/RestTemplate",
                    "jakarta/ws/rs/client/",
                    "javax/ws/rs/client/",
                    "cn/hutool/http/",
                    "com/google/api/client/http/javanet/",
                    "feign/")),
    JAVA_NET_HTTP(
            Route.JAVA_NET_HTTP,
            "java.net.http.HttpClient",
            null,
            List.of(),
            List.of("java/net/http/HttpClient", "kong/unirest/core/", "org/springframework/web/client/RestClient")),
    CHILD_PROCESSES(Route.CHILD_PROCESSES, "child processes", null, List.of(), List.of("java/lang/ProcessBuilder")),
    OKHTTP_2(
            Route.OKHTTP,
            "OkHttp 2",
            "com/squareup/okhttp/OkHttpClient",
            List.of("com.squareup.okhttp:okhttp"),
            List.of("com/squareup/okhttp/")),
    APACHE_3(
            Route.APACHE_HTTPCLIENT_3,
            "Apache HttpClient 3",
            "org/apache/commons/httpclient/HttpClient",
            List.of("commons-httpclient:commons-httpclient"),
            List.of("org/apache/commons/httpclient/")),
    JETTY(
            Route.JETTY,
            "Jetty's client",
            "org/eclipse/jetty/client/HttpClient",
            List.of("org.eclipse.jetty:jetty-client"),
            List.of("org/eclipse/jetty/client/")),
    NETTY_4(
            Route.NETTY_4,
            "Netty",
            "io/netty/handler/codec/http/HttpClientCodec",
            List.of("io.netty:netty-codec-http"),
            List.of("io/netty/handler/codec/http/HttpClientCodec", "io/netty/handler/codec/http/HttpRequestEncoder")),
    ASYNC_HTTP_CLIENT(
            Route.NETTY_4,
            "AsyncHttpClient",
            "org/asynchttpclient/AsyncHttpClient",
            List.of("io.netty:netty-codec-http"),
            List.of("org/asynchttpclient/")),
    NETTY_3(
            Route.NETTY_3,
            "Netty 3",
            "org/jboss/netty/handler/codec/http/HttpClientCodec",
            List.of("io.netty:netty"),
            List.of(
                    "org/jboss/netty/handler/codec/http/HttpClientCodec",
                    "org/jboss/netty/handler/codec/http/HttpRequestEncoder",
                    "com/ning/http/client/")),
    KTOR_CIO(
            Route.KTOR_CIO,
            "Ktor's CIO engine",
            "io/ktor/client/engine/cio/CIO",
            List.of("io.ktor:ktor-client-cio-jvm", "io.ktor:ktor-client-cio"),
            List.of("io/ktor/client/engine/cio/")),
    PEKKO_HTTP(
            Route.PEKKO_HTTP,
            "pekko-http",
            "org/apache/pekko/http/javadsl/Http",
            List.of("org.apache.pekko:pekko-http-core_2.13", "org.apache.pekko:pekko-http-core_3"),
            List.of(
                    "org/apache/pekko/http/javadsl/Http",
                    "org/apache/pekko/http/scaladsl/Http",
                    "org/apache/pekko/http/scaladsl/HttpExt")),
    AKKA_HTTP(
            Route.PEKKO_HTTP,
            "akka-http",
            "akka/http/javadsl/Http",
            List.of("com.typesafe.akka:akka-http-core_2.12", "com.typesafe.akka:akka-http-core_2.13"),
            List.of("akka/http/javadsl/Http", "akka/http/scaladsl/Http", "akka/http/scaladsl/HttpExt")),
    HELIDON(
            Route.HELIDON,
            "Helidon's WebClient",
            "io/helidon/webclient/api/WebClient",
            List.of("io.helidon.webclient:helidon-webclient-api"),
            List.of("io/helidon/webclient/"));

    public static final List<Client> ALL = List.of(values());

    private final @Nullable Route route;
    private final String label;
    private final @Nullable ClassSignature landmark;
    private final List<String> coordinates;
    private final List<ClassSignature> users;

    Client(
            @Nullable Route route,
            String label,
            @Nullable String landmark,
            List<String> coordinates,
            List<String> users) {
        this.route = route;
        this.label = label;
        this.landmark = landmark == null ? null : new ClassSignature(landmark);
        this.coordinates = coordinates;
        this.users = users.stream().map(ClassSignature::new).toList();
    }

    /** The agent's route that covers it, or null if none does. */
    @Nullable
    public Route route() {
        return route;
    }

    public String label() {
        return label;
    }

    /** The Maven coordinates of the library whose version counts. */
    public List<String> coordinates() {
        return coordinates;
    }

    /** Whether code that names this class sends by it. */
    public boolean isUsedThrough(String className) {
        for (ClassSignature user : users) {
            if (user.matches(className)) {
                return true;
            }
        }
        return false;
    }

    /** The package, ended by a slash, that was put before this client's names; null if the class is none of its. */
    @Nullable
    public String relocation(String className) {
        return landmark == null ? null : landmark.relocation(className);
    }

    /** The client of a route. */
    static Client of(Route route) {
        return Arrays.stream(values())
                .filter(client -> client.route == route)
                .findFirst()
                .orElseThrow();
    }
}
