package dev.partnerattribution.wire.http;

import dev.partnerattribution.wire.InTurn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The clients, each in the oldest and the newest version that runs on the JDKs of today. */
final class Clients {
    static final Client HTTP_URL_CONNECTION = Client.of("HttpUrlConnectionProgram");
    static final Client JAVA_NET_HTTP = Client.of("JavaNetHttpProgram");
    static final Client APACHE_4 = Client.of("ApacheHttpClient4Program", "org.apache.httpcomponents:httpclient:4.5.14");
    static final Client APACHE_4_ASYNC =
            Client.of("ApacheHttpAsyncClient4Program", "org.apache.httpcomponents:httpasyncclient:4.1.5");
    static final Client APACHE_5 =
            Client.of("ApacheHttpClient5Program", "org.apache.httpcomponents.client5:httpclient5:5.6.5");
    static final Client APACHE_5_ASYNC =
            Client.of("ApacheHttpAsyncClient5Program", "org.apache.httpcomponents.client5:httpclient5:5.6.5");
    static final Client APACHE_5_HTTP_2 =
            Client.of("ApacheHttp2Client5Program", "org.apache.httpcomponents.client5:httpclient5:5.6.5");
    static final Client OKHTTP = Client.of("OkHttpProgram", "com.squareup.okhttp3:okhttp-jvm:5.5.1");
    static final Client OKHTTP_3 = Client.of("OkHttpProgram", "com.squareup.okhttp3:okhttp:3.0.0");
    static final Client OKHTTP_4 = Client.of("OkHttpProgram", "com.squareup.okhttp3:okhttp:4.12.0");
    static final Client OKHTTP_2 = Client.of("OkHttp2Program", "com.squareup.okhttp:okhttp:2.7.5");
    static final Client APACHE_3 = Client.of("ApacheHttpClient3Program", "commons-httpclient:commons-httpclient:3.1");
    static final Client JETTY = Client.of("Jetty12Program", "org.eclipse.jetty:jetty-client:12.1.4");
    static final Client NETTY_4 = Client.of("NettyProgram", "io.netty:netty-codec-http:4.2.20.Final");
    static final Client NETTY_4_HTTP_2 = Client.of(
            "NettyHttp2Program", "io.netty:netty-codec-http2:4.2.20.Final", "io.netty:netty-handler:4.2.20.Final");
    static final Client ASYNC_HTTP_CLIENT =
            Client.of("AsyncHttpClientProgram", "org.asynchttpclient:async-http-client:3.0.3");
    static final Client REACTOR_NETTY =
            Client.of("ReactorNettyProgram", "io.projectreactor.netty:reactor-netty-http:1.3.7");
    static final Client REACTOR_NETTY_1_0 =
            Client.of("ReactorNettyProgram", "io.projectreactor.netty:reactor-netty-http:1.0.0");
    static final Client WEB_CLIENT = Client.of(
            "WebClientProgram",
            "org.springframework:spring-webflux:7.0.10",
            "org.springframework:spring-context:7.0.10",
            "io.projectreactor.netty:reactor-netty-http:1.3.7");
    static final Client VERTX = Client.of("VertxProgram", "io.vertx:vertx-core:5.2.3");
    static final Client VERTX_4 = Client.of("VertxProgram", "io.vertx:vertx-core:4.0.0");
    static final Client KTOR_CIO = Client.of("KtorCioProgram", "io.ktor:ktor-client-cio-jvm:3.4.0");
    static final Client PEKKO_HTTP = Client.of(
            "PekkoHttpProgram", "org.apache.pekko:pekko-http_2.13:1.3.0", "org.apache.pekko:pekko-stream_2.13:1.2.1");
    static final Client HELIDON = Client.since(
            21,
            "HelidonProgram",
            "io.helidon.webclient:helidon-webclient:4.5.0",
            "io.helidon.webclient:helidon-webclient-http2:4.5.0");
    static final Client CLIENTCORE = Client.of("ClientCoreProgram", "io.clientcore:core:1.0.0-beta.11");

    /** The newest of each that sends requests by code of its own. */
    static final List<Client> NEWEST = List.of(
            HTTP_URL_CONNECTION,
            JAVA_NET_HTTP,
            APACHE_4,
            APACHE_4_ASYNC,
            APACHE_5,
            APACHE_5_ASYNC,
            OKHTTP,
            OKHTTP_2,
            APACHE_3,
            REACTOR_NETTY,
            VERTX,
            JETTY,
            NETTY_4,
            KTOR_CIO,
            PEKKO_HTTP,
            CLIENTCORE);

    /** The oldest of each, and both ends of those that send by another's code. */
    static final List<Client> FURTHER_ENDS = List.of(
            Client.of("ApacheDefaultHttpClientProgram", "org.apache.httpcomponents:httpclient:4.0"),
            Client.of("ApacheHttpAsyncClient4Program", "org.apache.httpcomponents:httpasyncclient:4.0"),
            Client.of("ApacheHttpClient5Program", "org.apache.httpcomponents.client5:httpclient5:5.0"),
            Client.of("ApacheHttpAsyncClient5Program", "org.apache.httpcomponents.client5:httpclient5:5.0"),
            OKHTTP_3,
            Client.of("OkHttp2Program", "com.squareup.okhttp:okhttp:2.2.0"),
            Client.of("ApacheHttpClient3Program", "commons-httpclient:commons-httpclient:3.0"),
            Client.of("NettyProgram", "io.netty:netty-codec-http:4.0.56.Final"),
            Client.of("Jetty9Program", "org.eclipse.jetty:jetty-client:9.4.0.v20161208"),
            Client.of("NingProgram", "com.ning:async-http-client:1.9.40"),
            Client.of("Netty3Program", "io.netty:netty:3.8.0.Final"),
            Client.of("KtorCioProgram", "io.ktor:ktor-client-cio-jvm:2.0.0"),
            Client.of(
                    "PekkoHttpProgram",
                    "org.apache.pekko:pekko-http_2.13:1.0.0",
                    "org.apache.pekko:pekko-stream_2.13:1.0.1"),
            Client.of(
                    "AkkaHttpProgram",
                    "com.typesafe.akka:akka-http_2.12:10.1.11",
                    "com.typesafe.akka:akka-stream_2.12:2.6.20"),
            Client.of(
                    "AkkaHttpProgram",
                    "com.typesafe.akka:akka-http_2.13:10.2.10",
                    "com.typesafe.akka:akka-stream_2.13:2.6.20"),
            ASYNC_HTTP_CLIENT,
            Client.of("AsyncHttpClientProgram", "org.asynchttpclient:async-http-client:2.0.39"),
            Client.of(
                    "Jersey2Program",
                    "org.glassfish.jersey.core:jersey-client:2.0",
                    "javax.annotation:javax.annotation-api:1.2"),
            Client.of(
                    "JerseyProgram",
                    "org.glassfish.jersey.core:jersey-client:4.0.2",
                    "org.glassfish.jersey.inject:jersey-hk2:4.0.2"),
            Client.of("RestTemplateProgram", "org.springframework:spring-web:3.1.0.RELEASE"),
            Client.of("RestTemplateProgram", "org.springframework:spring-web:7.0.10"),
            Client.of("RestClientProgram", "org.springframework:spring-web:6.1.0"),
            Client.of("RestClientProgram", "org.springframework:spring-web:7.0.10"),
            Client.of("OldReactorNettyProgram", "io.projectreactor.netty:reactor-netty:0.9.0.RELEASE"),
            Client.of("ReactorNettyPostProgram", "io.projectreactor.netty:reactor-netty-http:1.3.7"),
            Client.of(
                    "WebClientProgram",
                    "org.springframework:spring-webflux:5.3.0",
                    "io.projectreactor.netty:reactor-netty-http:1.0.0"),
            WEB_CLIENT,
            VERTX_4,
            Client.of("ClientCoreProgram", "io.clientcore:core:1.0.0-beta.10"));

    /** Facades of others, by each of the transports that they can be given. */
    static final List<Client> PLUGGED_IN = List.of(
            Client.of(
                    "RestTemplateProgram",
                    "org.springframework:spring-web:3.1.0.RELEASE",
                    "commons-httpclient:commons-httpclient:3.1"),
            Client.of(
                    "RestTemplateProgram",
                    "org.springframework:spring-web:3.2.18.RELEASE",
                    "commons-httpclient:commons-httpclient:3.1"),
            Client.of(
                    "RestTemplateProgram",
                    "org.springframework:spring-web:4.2.0.RELEASE",
                    "com.squareup.okhttp:okhttp:2.4.0"),
            Client.of(
                    "RestTemplateProgram",
                    "org.springframework:spring-web:4.3.30.RELEASE",
                    "com.squareup.okhttp:okhttp:2.7.5"),
            Client.of(
                    "RestTemplateProgram",
                    "org.springframework:spring-web:4.1.9.RELEASE",
                    "io.netty:netty-codec-http:4.0.56.Final",
                    "io.netty:netty-handler:4.0.56.Final"),
            Client.of(
                    "RestTemplateProgram",
                    "org.springframework:spring-web:5.3.0",
                    "io.netty:netty-codec-http:4.1.39.Final",
                    "io.netty:netty-handler:4.1.39.Final"),
            Client.of(
                    "Jetty9WebClientProgram",
                    "org.springframework:spring-webflux:5.3.0",
                    "org.eclipse.jetty:jetty-reactive-httpclient:1.1.14"),
            Client.of(
                    "Jetty12WebClientProgram",
                    "org.springframework:spring-webflux:7.0.10",
                    "org.springframework:spring-context:7.0.10",
                    "org.eclipse.jetty:jetty-reactive-httpclient:4.1.4"),
            Client.of(
                    "JettyJersey2Program",
                    "org.glassfish.jersey.connectors:jersey-jetty-connector:2.35",
                    "org.glassfish.jersey.inject:jersey-hk2:2.35"),
            Client.of(
                    "JettyJerseyProgram",
                    "org.glassfish.jersey.connectors:jersey-jetty-connector:4.0.2",
                    "org.glassfish.jersey.inject:jersey-hk2:4.0.2"),
            Client.of(
                    "ApacheJersey1Program",
                    "com.sun.jersey.contribs:jersey-apache-client:1.19.4",
                    "javax.xml.bind:jaxb-api:2.3.1"));

    /** Where something changed in between, and what may be used without the rest. */
    static final List<Client> BETWEEN = List.of(
            Client.of("ApacheHttpClient4Program", "org.apache.httpcomponents:httpclient:4.3"),
            Client.of("HttpCore4Program", "org.apache.httpcomponents:httpcore:4.4.16"),
            Client.of("HttpCore5Program", "org.apache.httpcomponents.core5:httpcore5:5.4.4"),
            Client.of("HttpAsyncCore5Program", "org.apache.httpcomponents.core5:httpcore5:5.4.4"),
            Client.of("OkHttp2Program", "com.squareup.okhttp:okhttp:2.5.0"),
            Client.of("NettyProgram", "io.netty:netty-codec-http:4.1.39.Final"),
            Client.of("Jetty9Program", "org.eclipse.jetty:jetty-client:9.4.58.v20250814"),
            Client.of("Jetty9Program", "org.eclipse.jetty:jetty-client:11.0.26"),
            Client.of("Jetty12Program", "org.eclipse.jetty:jetty-client:12.0.27"),
            Client.of("OkHttpProgram", "com.squareup.okhttp3:okhttp:3.3.1"), // the last without chains of interceptors
            Client.of("OkUrlFactoryProgram", "com.squareup.okhttp3:okhttp-urlconnection:3.3.1"),
            Client.of("OkHttpProgram", "com.squareup.okhttp3:okhttp:3.4.0"),
            Client.of("OkHttpProgram", "com.squareup.okhttp3:okhttp:3.14.9"),
            Client.of("OkHttpProgram", "com.squareup.okhttp3:okhttp:4.0.0"), // the first in Kotlin
            OKHTTP_4,
            Client.of("OkHttpProgram", "com.squareup.okhttp3:okhttp-jvm:5.0.0"),
            Client.of("KtorCioProgram", "io.ktor:ktor-client-cio-jvm:2.3.13"),
            Client.of("KtorCioProgram", "io.ktor:ktor-client-cio-jvm:3.0.0"),
            REACTOR_NETTY_1_0, // the first whose requests know their URL
            Client.of("ReactorNettyPostProgram", "io.projectreactor.netty:reactor-netty-http:1.0.0"),
            Client.of("VertxProgram", "io.vertx:vertx-core:4.5.22"),
            Client.of("VertxProgram", "io.vertx:vertx-core:5.0.0"),
            Client.of("Vertx3Program", "io.vertx:vertx-core:3.5.4"), // before 4.0 by Netty's route
            Client.of("Vertx3Program", "io.vertx:vertx-core:3.9.16"),
            Client.of("VertxWebClientProgram", "io.vertx:vertx-web-client:3.9.16"));

    /** Both ends of those that need a newer Java than the others. */
    static final List<Client> OF_NEWER_JAVA =
            List.of(HELIDON, Client.since(21, "HelidonProgram", "io.helidon.webclient:helidon-webclient:4.0.0"));

    private Clients() {}

    /** Each with a JDK, in turn; those of the JDK itself, and those that need a newer Java, with every one that runs them. */
    static Stream<Arguments> inTurn(List<Client> clients) {
        List<Client> onAny =
                clients.stream().filter(client -> !isOnEach(client)).toList();
        return Stream.concat(
                clients.stream().filter(Clients::isOnEach).flatMap(client -> client.jdks().stream()
                        .map(jdk -> Arguments.of(client, jdk))),
                InTurn.each(onAny.stream().map(Arguments::of).toList()));
    }

    private static boolean isOnEach(Client client) {
        return client.libraries().isEmpty() || client.needsNewerJava();
    }
}
