package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Rewritten;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    /** A client, its jars, a name in all of them that becomes another of the same length, and what is said of that. */
    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(
                        Clients.OKHTTP,
                        OKHTTP,
                        "Http1ExchangeCodec",
                        "Http1ExchangeKodec",
                        "okhttp: there is okhttp3.internal.http.CallServerInterceptor "
                                + "but no okhttp3.internal.http1.Http1ExchangeCodec"),
                arguments(
                        Clients.OKHTTP,
                        OKHTTP,
                        "writeRequestHeaders",
                        "writeRekuestHeaders",
                        "okhttp: okhttp3.internal.http1.Http1ExchangeCodec has no writeRequestHeaders(Request)"),
                arguments(
                        Clients.OKHTTP,
                        OKHTTP,
                        "newBuilder",
                        "oldBuilder",
                        "okhttp: java.lang.NoSuchMethodError: 'okhttp3.Request$Builder okhttp3.Request.newBuilder()'"),
                arguments(
                        Clients.OKHTTP_2,
                        List.of("okhttp-2"),
                        "writeRequestHeaders",
                        "writeRekuestHeaders",
                        "okhttp: com.squareup.okhttp.internal.http.Http1xStream has no writeRequestHeaders(Request)"),
                arguments(
                        Clients.APACHE_3,
                        List.of("commons-httpclient"),
                        "addRequestHeaders",
                        "addRekuestHeaders",
                        "apache-httpclient-3: org.apache.commons.httpclient.HttpMethodBase has no "
                                + "addRequestHeaders(HttpState, HttpConnection)"),
                arguments(
                        Clients.JETTY,
                        List.of("jetty-client"),
                        "normalizeRequest",
                        "normaliseRequest",
                        "jetty: org.eclipse.jetty.client.transport.HttpConnection has no normalizeRequest(HttpRequest)"),
                arguments(
                        Clients.JETTY,
                        List.of("jetty-client"),
                        "getURI",
                        "getUrI",
                        "jetty: java.lang.LinkageError: java.lang.NoSuchMethodException: "
                                + "org.eclipse.jetty.client.Request.getURI()"),
                arguments(
                        Clients.NETTY_4,
                        List.of("netty-codec-http-"),
                        "getMethod",
                        "getMethos",
                        "netty-4: java.lang.NoSuchMethodError: 'io.netty.handler.codec.http.HttpMethod "
                                + "io.netty.handler.codec.http.HttpRequest.getMethod()'"),
                arguments(
                        Clients.KTOR_CIO,
                        List.of("ktor-client-cio-jvm-3"),
                        "writeHeaders",
                        "writeHeeders",
                        "ktor-cio: io.ktor.client.engine.cio.UtilsKt has no writeHeaders(HttpRequestData, ...)"),
                arguments(
                        Clients.PEKKO_HTTP,
                        List.of("pekko-http-core_2.13-1"),
                        "hostHeader",
                        "hostHeeder",
                        "pekko-http: java.lang.LinkageError: java.lang.NoSuchMethodException: "
                                + "org.apache.pekko.http.impl.engine.rendering.RequestRenderingContext.hostHeader()"),
                arguments(
                        Clients.APACHE_4,
                        CORE_4,
                        "HttpRequestExecutor",
                        "HttpRequestExekutor",
                        "apache-httpclient-4: there is org.apache.http.client.HttpClient "
                                + "but no org.apache.http.protocol.HttpRequestExecutor"),
                arguments(
                        Clients.APACHE_4,
                        CORE_4,
                        "HttpClientConnection",
                        "HttpKlientConnection",
                        "apache-httpclient-4: org.apache.http.protocol.HttpRequestExecutor has no "
                                + "execute(HttpRequest, HttpClientConnection, HttpContext)"),
                arguments(
                        Clients.APACHE_4,
                        CORE_4,
                        "getFirstHeader",
                        "getPrimeHeader",
                        "apache-httpclient-4: java.lang.NoSuchMethodError: 'org.apache.http.Header "
                                + "org.apache.http.HttpRequest.getFirstHeader(java.lang.String)'"),
                arguments(
                        Clients.APACHE_4_ASYNC,
                        ASYNC_4,
                        "DefaultNHttpClientConnection",
                        "DefaultNHttpKlientConnection",
                        "apache-httpclient-4: there is org.apache.http.nio.client.HttpAsyncClient "
                                + "but no org.apache.http.impl.nio.DefaultNHttpClientConnection"),
                arguments(
                        Clients.APACHE_4_ASYNC,
                        ASYNC_4,
                        "submitRequest",
                        "commitRequest",
                        "apache-httpclient-4: org.apache.http.impl.nio.DefaultNHttpClientConnection has no "
                                + "submitRequest(HttpRequest)"),
                arguments(
                        Clients.APACHE_5,
                        CORE_5,
                        "HttpRequestExecutor",
                        "HttpRequestExekutor",
                        "apache-httpclient-5: there is org.apache.hc.client5.http.impl.classic.CloseableHttpClient "
                                + "but no org.apache.hc.core5.http.impl.io.HttpRequestExecutor"),
                arguments(
                        Clients.APACHE_5,
                        CORE_5,
                        "HttpResponseInformationCallback",
                        "HttpResponseInformationKallback",
                        "apache-httpclient-5: org.apache.hc.core5.http.impl.io.HttpRequestExecutor has no execute("
                                + "ClassicHttpRequest, HttpClientConnection, HttpResponseInformationCallback, HttpContext)"),
                arguments(
                        Clients.APACHE_5_ASYNC,
                        CORE_5,
                        "DefaultHttpRequestWriter",
                        "DefaultHttpRequestVriter",
                        "apache-httpclient-5: there is org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient "
                                + "but no org.apache.hc.core5.http.impl.nio.DefaultHttpRequestWriter"),
                arguments(
                        Clients.APACHE_5_ASYNC,
                        CORE_5,
                        "writeHeadLine",
                        "writeHeedLine",
                        "apache-httpclient-5: org.apache.hc.core5.http.impl.nio.DefaultHttpRequestWriter has no "
                                + "writeHeadLine(HttpRequest, CharArrayBuffer)"),
                arguments(
                        Clients.APACHE_5_ASYNC,
                        CORE_5,
                        "getAuthority",
                        "getAutoritas",
                        "apache-httpclient-5: java.lang.NoSuchMethodError: 'org.apache.hc.core5.net.URIAuthority "
                                + "org.apache.hc.core5.http.HttpRequest.getAuthority()'"),
                arguments(
                        Clients.REACTOR_NETTY,
                        REACTOR_NETTY,
                        "HttpClientOperations",
                        "HttpKlientOperations",
                        "reactor-netty: there is reactor.netty.http.client.HttpClient "
                                + "but no reactor.netty.http.client.HttpClientOperations"),
                arguments(
                        Clients.REACTOR_NETTY,
                        REACTOR_NETTY,
                        "newFullBodyMessage",
                        "oldFullBodyMessage",
                        "reactor-netty: reactor.netty.http.client.HttpClientOperations has no newFullBodyMessage(), "
                                + "or no outboundHttpMessage()"),
                arguments(
                        Clients.REACTOR_NETTY,
                        REACTOR_NETTY,
                        "requestHeaders",
                        "requestHeeders",
                        "reactor-netty: java.lang.NoSuchMethodError: 'io.netty.handler.codec.http.HttpHeaders "
                                + "reactor.netty.http.client.HttpClientRequest.requestHeaders()'"),
                arguments(
                        Clients.VERTX,
                        VERTX,
                        "HttpClientRequestImpl",
                        "HttpKlientRequestImpl",
                        "vertx: there is io.vertx.core.http.HttpClient "
                                + "but no io.vertx.core.http.impl.HttpClientRequestImpl"),
                arguments(
                        Clients.VERTX,
                        VERTX,
                        "doWrite",
                        "doWrote",
                        "vertx: io.vertx.core.http.impl.HttpClientRequestImpl has no doWrite(...)"),
                arguments(
                        Clients.VERTX,
                        VERTX,
                        "absoluteURI",
                        "absoluteUri",
                        "vertx: java.lang.NoSuchMethodError: 'java.lang.String "
                                + "io.vertx.core.http.HttpClientRequest.absoluteURI()'"),
                arguments(
                        Clients.CLIENTCORE,
                        CLIENTCORE,
                        "process",
                        "proceed",
                        "clientcore: HttpPipelinePolicy.proceed is to be implemented"),
                arguments(
                        Clients.CLIENTCORE,
                        CLIENTCORE,
                        "getHeaders",
                        "gotHeaders",
                        "clientcore: java.lang.NoSuchMethodError: 'io.clientcore.core.http.models.HttpHeaders "
                                + "io.clientcore.core.http.models.HttpRequest.getHeaders()'"));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("changes")
    void its_requests_go_out_as_without_us_and_one_line_says_why(
            Client client, List<String> jars, String before, String after, String why) throws IOException {
        LoopbackArm arm = extension.arm();
        String route = why.substring(0, why.indexOf(':')); // alone, since one client may send by another

        ProgramResult result = changed(client, jars, before, after)
                .to(arm, arm.endpoint() + "strange")
                .agent(Jars.AGENT, "guid=" + Way.GUID + ",routes=" + route)
                .run()
                .orFail();

        assertThat(Said.by(result))
                .singleElement()
                .asString()
                .startsWith(Said.PREFIX + "off for " + why + "; known are versions ");
        assertThat(arm.requests()).hasSize(2);
        UserAgents.assertNotStamped(arm.requests());
    }

    private Client changed(Client client, List<String> jars, String before, String after) throws IOException {
        Client changed = client;
        for (String jar : jars) {
            Path copy = Rewritten.with(
                    content -> content.replace(before, after), client.library(jar), directory.resolve(jar + ".jar"));
            changed = changed.with(jar, copy);
        }
        return changed;
    }
}
