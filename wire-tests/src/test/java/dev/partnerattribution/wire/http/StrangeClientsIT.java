package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Rewritten;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that are none of those we know, as a newer version may be: programs run as without us, and one line says why. */
class StrangeClientsIT {
    private static final List<String> CORE_4 = List.of("httpcore-4", "httpclient-4");
    private static final List<String> ASYNC_4 =
            List.of("httpcore-4", "httpcore-nio-4", "httpclient-4", "httpasyncclient-4");
    private static final List<String> CORE_5 = List.of("httpcore5-5", "httpcore5-h2-5", "httpclient5-5");
    private static final List<String> OKHTTP = List.of("okhttp-jvm-5");
    private static final List<String> REACTOR_NETTY = List.of("reactor-netty-http-1");
    private static final List<String> VERTX = List.of("vertx-core-5");
    private static final List<String> CLIENTCORE = List.of("core-1");

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    /**
     * A client that was changed.
     *
     * @param jars the beginnings of their names
     * @param before a name in all of them that becomes {@code after}, of the same length
     * @param why what is said of that
     */
    record Change(Client client, List<String> jars, String before, String after, String why) {
        String route() {
            return why.substring(0, why.indexOf(':'));
        }

        /** Where several are changed for one route, the first that fails turns it off; and a client may send by another's route. */
        boolean fitsBeside(Change other) {
            return !route().equals(other.route()) && !isOnNetty(other) && !other.isOnNetty(this);
        }

        private boolean isOnNetty(Change netty) {
            return netty.client.equals(Clients.NETTY_4)
                    && (client.equals(Clients.REACTOR_NETTY) || client.equals(Clients.VERTX));
        }

        Client changed(Path directory) {
            Client changed = client;
            for (String jar : jars) {
                changed = changed.with(jar, copy(directory, jar));
            }
            return changed;
        }

        private Path copy(Path directory, String jar) {
            try {
                return Rewritten.with(
                        content -> content.replace(before, after),
                        client.library(jar),
                        directory.resolve(jar + "-" + after + ".jar"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return client + ", " + before;
        }
    }

    private static List<Change> changes() {
        return List.of(
                new Change(
                        Clients.OKHTTP,
                        OKHTTP,
                        "Http1ExchangeCodec",
                        "Http1ExchangeKodec",
                        "okhttp: there is okhttp3.internal.http.CallServerInterceptor "
                                + "but no okhttp3.internal.http1.Http1ExchangeCodec"),
                new Change(
                        Clients.OKHTTP,
                        OKHTTP,
                        "writeRequestHeaders",
                        "writeRekuestHeaders",
                        "okhttp: okhttp3.internal.http1.Http1ExchangeCodec has no writeRequestHeaders(Request)"),
                new Change(
                        Clients.OKHTTP,
                        OKHTTP,
                        "newBuilder",
                        "oldBuilder",
                        "okhttp: java.lang.NoSuchMethodError: 'okhttp3.Request$Builder okhttp3.Request.newBuilder()'"),
                new Change(
                        Clients.OKHTTP_2,
                        List.of("okhttp-2"),
                        "writeRequestHeaders",
                        "writeRekuestHeaders",
                        "okhttp: com.squareup.okhttp.internal.http.Http1xStream has no writeRequestHeaders(Request)"),
                new Change(
                        Clients.APACHE_3,
                        List.of("commons-httpclient"),
                        "addRequestHeaders",
                        "addRekuestHeaders",
                        "apache-httpclient-3: org.apache.commons.httpclient.HttpMethodBase has no "
                                + "addRequestHeaders(HttpState, HttpConnection)"),
                new Change(
                        Clients.JETTY,
                        List.of("jetty-client"),
                        "normalizeRequest",
                        "normaliseRequest",
                        "jetty: org.eclipse.jetty.client.transport.HttpConnection has no normalizeRequest(HttpRequest)"),
                new Change(
                        Clients.JETTY,
                        List.of("jetty-client"),
                        "getURI",
                        "getUrI",
                        "jetty: java.lang.LinkageError: java.lang.NoSuchMethodException: "
                                + "org.eclipse.jetty.client.Request.getURI()"),
                new Change(
                        Clients.NETTY_4,
                        List.of("netty-codec-http-"),
                        "getMethod",
                        "getMethos",
                        "netty-4: java.lang.NoSuchMethodError: 'io.netty.handler.codec.http.HttpMethod "
                                + "io.netty.handler.codec.http.HttpRequest.getMethod()'"),
                new Change(
                        Clients.KTOR_CIO,
                        List.of("ktor-client-cio-jvm-3"),
                        "writeHeaders",
                        "writeHeeders",
                        "ktor-cio: io.ktor.client.engine.cio.UtilsKt has no writeHeaders(HttpRequestData, ...)"),
                new Change(
                        Clients.PEKKO_HTTP,
                        List.of("pekko-http-core_2.13-1"),
                        "hostHeader",
                        "hostHeeder",
                        "pekko-http: java.lang.LinkageError: java.lang.NoSuchMethodException: "
                                + "org.apache.pekko.http.impl.engine.rendering.RequestRenderingContext.hostHeader()"),
                new Change(
                        Clients.APACHE_4,
                        CORE_4,
                        "HttpRequestExecutor",
                        "HttpRequestExekutor",
                        "apache-httpclient-4: there is org.apache.http.client.HttpClient "
                                + "but no org.apache.http.protocol.HttpRequestExecutor"),
                new Change(
                        Clients.APACHE_4,
                        CORE_4,
                        "HttpClientConnection",
                        "HttpKlientConnection",
                        "apache-httpclient-4: org.apache.http.protocol.HttpRequestExecutor has no "
                                + "execute(HttpRequest, HttpClientConnection, HttpContext)"),
                new Change(
                        Clients.APACHE_4,
                        CORE_4,
                        "getFirstHeader",
                        "getPrimeHeader",
                        "apache-httpclient-4: java.lang.NoSuchMethodError: 'org.apache.http.Header "
                                + "org.apache.http.HttpRequest.getFirstHeader(java.lang.String)'"),
                new Change(
                        Clients.APACHE_4_ASYNC,
                        ASYNC_4,
                        "DefaultNHttpClientConnection",
                        "DefaultNHttpKlientConnection",
                        "apache-httpclient-4: there is org.apache.http.nio.client.HttpAsyncClient "
                                + "but no org.apache.http.impl.nio.DefaultNHttpClientConnection"),
                new Change(
                        Clients.APACHE_4_ASYNC,
                        ASYNC_4,
                        "submitRequest",
                        "commitRequest",
                        "apache-httpclient-4: org.apache.http.impl.nio.DefaultNHttpClientConnection has no "
                                + "submitRequest(HttpRequest)"),
                new Change(
                        Clients.APACHE_5,
                        CORE_5,
                        "HttpRequestExecutor",
                        "HttpRequestExekutor",
                        "apache-httpclient-5: there is org.apache.hc.client5.http.impl.classic.CloseableHttpClient "
                                + "but no org.apache.hc.core5.http.impl.io.HttpRequestExecutor"),
                new Change(
                        Clients.APACHE_5,
                        CORE_5,
                        "HttpResponseInformationCallback",
                        "HttpResponseInformationKallback",
                        "apache-httpclient-5: org.apache.hc.core5.http.impl.io.HttpRequestExecutor has no execute("
                                + "ClassicHttpRequest, HttpClientConnection, HttpResponseInformationCallback, HttpContext)"),
                new Change(
                        Clients.APACHE_5_ASYNC,
                        CORE_5,
                        "DefaultHttpRequestWriter",
                        "DefaultHttpRequestVriter",
                        "apache-httpclient-5: there is org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient "
                                + "but no org.apache.hc.core5.http.impl.nio.DefaultHttpRequestWriter"),
                new Change(
                        Clients.APACHE_5_ASYNC,
                        CORE_5,
                        "writeHeadLine",
                        "writeHeedLine",
                        "apache-httpclient-5: org.apache.hc.core5.http.impl.nio.DefaultHttpRequestWriter has no "
                                + "writeHeadLine(HttpRequest, CharArrayBuffer)"),
                new Change(
                        Clients.APACHE_5_ASYNC,
                        CORE_5,
                        "getAuthority",
                        "getAutoritas",
                        "apache-httpclient-5: java.lang.NoSuchMethodError: 'org.apache.hc.core5.net.URIAuthority "
                                + "org.apache.hc.core5.http.HttpRequest.getAuthority()'"),
                new Change(
                        Clients.REACTOR_NETTY,
                        REACTOR_NETTY,
                        "HttpClientOperations",
                        "HttpKlientOperations",
                        "reactor-netty: there is reactor.netty.http.client.HttpClient "
                                + "but no reactor.netty.http.client.HttpClientOperations"),
                new Change(
                        Clients.REACTOR_NETTY,
                        REACTOR_NETTY,
                        "newFullBodyMessage",
                        "oldFullBodyMessage",
                        "reactor-netty: reactor.netty.http.client.HttpClientOperations has no newFullBodyMessage(), "
                                + "or no outboundHttpMessage()"),
                new Change(
                        Clients.REACTOR_NETTY,
                        REACTOR_NETTY,
                        "requestHeaders",
                        "requestHeeders",
                        "reactor-netty: java.lang.NoSuchMethodError: 'io.netty.handler.codec.http.HttpHeaders "
                                + "reactor.netty.http.client.HttpClientRequest.requestHeaders()'"),
                new Change(
                        Clients.VERTX,
                        VERTX,
                        "HttpClientRequestImpl",
                        "HttpKlientRequestImpl",
                        "vertx: there is io.vertx.core.http.HttpClient "
                                + "but no io.vertx.core.http.impl.HttpClientRequestImpl"),
                new Change(
                        Clients.VERTX,
                        VERTX,
                        "doWrite",
                        "doWrote",
                        "vertx: io.vertx.core.http.impl.HttpClientRequestImpl has no doWrite(...)"),
                new Change(
                        Clients.VERTX,
                        VERTX,
                        "absoluteURI",
                        "absoluteUri",
                        "vertx: java.lang.NoSuchMethodError: 'java.lang.String "
                                + "io.vertx.core.http.HttpClientRequest.absoluteURI()'"),
                new Change(
                        Clients.CLIENTCORE,
                        CLIENTCORE,
                        "process",
                        "proceed",
                        "clientcore: HttpPipelinePolicy.proceed is to be implemented"),
                new Change(
                        Clients.CLIENTCORE,
                        CLIENTCORE,
                        "getHeaders",
                        "gotHeaders",
                        "clientcore: java.lang.NoSuchMethodError: 'io.clientcore.core.http.models.HttpHeaders "
                                + "io.clientcore.core.http.models.HttpRequest.getHeaders()'"));
    }

    /** Those that can be told apart in one JVM. */
    static List<List<Change>> jvms() {
        List<List<Change>> jvms = new ArrayList<>();
        for (Change change : changes()) {
            List<Change> fitting = jvms.stream()
                    .filter(jvm -> jvm.stream().allMatch(change::fitsBeside))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Change> further = new ArrayList<>();
                        jvms.add(further);
                        return further;
                    });
            fitting.add(change);
        }
        return jvms;
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void their_requests_go_out_as_without_us_and_one_line_for_each_says_why(List<Change> changes) {
        LoopbackArm arm = extension.arm();
        Map<Client, List<String>> addresses = new LinkedHashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            addresses.put(changes.get(i).changed(directory), List.of(arm.endpoint() + OneJvm.place(i) + "strange"));
        }
        String routes = changes.stream().map(Change::route).collect(Collectors.joining(";"));

        ProgramResult result = OneJvm.of(addresses)
                .jvmArguments(arm.jvmArguments())
                .agent(Jars.AGENT, "guid=" + Way.GUID + ",routes=" + routes)
                .run()
                .orFail();

        assertThat(Said.by(result)).hasSameSizeAs(changes);
        SoftAssertions.assertSoftly(softly -> {
            for (int i = 0; i < changes.size(); i++) {
                Change change = changes.get(i);
                String line = Said.PREFIX + "off for " + change.why() + "; known are versions ";
                softly.assertThat(Said.by(result)).as(change.toString()).anyMatch(said -> said.startsWith(line));
                softly.assertThat(arm.requests().at("/" + OneJvm.place(i)))
                        .as(change.toString())
                        .hasSize(2);
            }
        });
        UserAgents.assertNotStamped(arm.requests());
    }
}
