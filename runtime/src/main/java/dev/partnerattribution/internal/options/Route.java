package dev.partnerattribution.internal.options;

import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.diagnostics.Quote;
import java.util.EnumSet;
import java.util.Set;

/**
 * The ways by which requests to Azure Resource Manager leave a JVM, as far as the agent covers them. The option
 * {@code routes} switches them off by their {@link #label()}.
 */
public enum Route {
    AZURE_CORE(
            "azure-core",
            "Azure SDK for Java on azure-core, whatever HTTP client it uses",
            "versions 1.0.0 to 1.61.0",
            "com.azure.core.",
            "reactor.core."),
    CLIENTCORE(
            "clientcore",
            "Azure SDK for Java on io.clientcore, the next generation",
            "versions 1.0.0-beta.10 to 1.0.0-beta.11",
            "io.clientcore.core."),
    OKHTTP(
            "okhttp",
            "OkHttp, hence the Azure SDK com.microsoft.azure:azure 1.x (Track 1) and jclouds",
            "versions 2.2.0 to 5.5.1",
            "okhttp3.",
            "com.squareup.okhttp."),
    APACHE_HTTPCLIENT_3(
            "apache-httpclient-3",
            "Apache HttpClient 3 (Commons HttpClient), hence Jersey 1's and Spring 3's connectors for it",
            "versions 3.0 to 3.1",
            "org.apache.commons.httpclient."),
    APACHE_HTTPCLIENT_4(
            "apache-httpclient-4",
            "Apache HttpClient 4 and HttpAsyncClient 4, hence com.microsoft.azure:azure-mgmt-* 0.9.x",
            "versions 4.0 to 4.5.14",
            "org.apache.http."),
    APACHE_HTTPCLIENT_5(
            "apache-httpclient-5", "Apache HttpClient 5, classic and async", "versions 5.0 to 5.6.5", "org.apache.hc."),
    REACTOR_NETTY(
            "reactor-netty",
            "reactor-netty, hence Spring's WebClient",
            "versions 0.9.0 to 1.3.7",
            "reactor.netty.",
            "io.netty."),
    VERTX("vertx", "Vert.x's HTTP client, hence Quarkus", "versions 4.0.0 to 5.2.3", "io.vertx.core.", "io.netty."),
    JETTY(
            "jetty",
            "Jetty's HTTP client, hence Spring's WebClient and Jersey where they are told to use it",
            "versions 9.4.0 to 12.1.4",
            "org.eclipse.jetty."),
    NETTY_4(
            "netty-4",
            "Netty 4's codecs of HTTP/1.1 and HTTP/2, where no route above sends by them: hence AsyncHttpClient 2 and 3",
            "versions 4.0.56 to 4.2.20",
            "io.netty."),
    NETTY_3(
            "netty-3",
            "Netty 3's codec of HTTP, hence AsyncHttpClient 1",
            "versions 3.8.0 to 3.10.6",
            "org.jboss.netty."),
    KTOR_CIO("ktor-cio", "Ktor's CIO engine", "versions 2.0.0 to 3.4.0", "io.ktor."),
    PEKKO_HTTP(
            "pekko-http",
            "the clients of pekko-http (1.0.0 to 1.3.0) and of akka-http (from 10.1.11), by HTTP/1.1",
            "versions 1.0.0 to 10.2.10",
            "org.apache.pekko.",
            "akka."),
    HELIDON("helidon", "Helidon's WebClient", "versions 4.0.0 to 4.5.0", "io.helidon."),
    HTTP_URL_CONNECTION(
            "http-url-connection",
            "java.net.HttpURLConnection, hence RestTemplate and Jersey unless told otherwise",
            "those of JDK 17 to 25",
            "sun.net.www."),
    JAVA_NET_HTTP("java-net-http", "java.net.http.HttpClient", "those of JDK 17 to 25", "jdk.internal.net.http."),
    CHILD_PROCESSES(
            "child-processes",
            "programs started by ProcessBuilder or Runtime.exec: az, terraform, ansible, python",
            "those of JDK 17 to 25"),
    TLS(
            "tls",
            "any other client, by its TLS handshake with Azure Resource Manager: noticed, never stamped",
            "those of JDK 17 to 25, and OpenSSL by Netty 4.1.39 to 4.2.17",
            "io.netty.");

    private final String label;
    private final String what;
    private final String versions;
    private final String packages;

    /**
     * @param packages those of its library, and of that on which it is built, each with a dot at its end; none where it is the
     *     JDK's
     */
    Route(String label, String what, String versions, String... packages) {
        this.label = label;
        this.what = what;
        this.versions = versions;
        this.packages = String.join(" ", packages);
    }

    /** What the option {@code routes}, messages and documentation call it. */
    public String label() {
        return label;
    }

    /** What takes this route, in words. */
    public String what() {
        return what;
    }

    /** The oldest and the newest version tested, in words that go on from "known are". */
    public String versions() {
        return versions;
    }

    /** The packages of its library, and of that on which it is built, each with a dot at its end. */
    public String[] packages() {
        return packages.isEmpty() ? new String[0] : packages.split(" ", -1);
    }

    /** Whether what is sent on a TLS connection that this class opens may take this route. Its library may have been relocated. */
    public boolean mayUseConnectionOf(String className) {
        for (String name : packages()) {
            if (className.startsWith(name) || className.contains("." + withoutTop(name))) {
                return true;
            }
        }
        return false;
    }

    /** Without {@code com} or {@code org}, which tools may leave out where they relocate a library; the end of a name they keep. */
    public static String withoutTop(String name) {
        boolean hasTop = name.startsWith("com.")
                || name.startsWith("org.")
                || name.startsWith("com/")
                || name.startsWith("org/");
        return hasTop ? name.substring("com.".length()) : name;
    }

    /**
     * The routes that the configuration leaves on: all, unless it says otherwise. All as well where it holds a mistake: it
     * is {@link ResolvedAttribution} that says so. Reads every source anew.
     */
    public static Set<Route> inEffect() {
        try {
            return Settings.read().routes();
        } catch (RuntimeException e) {
            return EnumSet.allOf(Route.class);
        }
    }

    /**
     * @param routes labels separated by {@code ;}: those to keep, or, each with a {@code -} before it, those to leave out;
     *     what only notices stays on unless it is left out
     * @throws IllegalArgumentException if a label is unknown, or the two ways are mixed
     */
    static Set<Route> chosen(String routes) {
        Set<Route> kept = EnumSet.noneOf(Route.class);
        Set<Route> leftOut = EnumSet.noneOf(Route.class);
        for (String part : routes.split(";", -1)) {
            String label = part.trim();
            if (label.startsWith("-")) {
                leftOut.add(of(label.substring(1).trim()));
            } else if (!label.isEmpty()) {
                kept.add(of(label));
            }
        }
        if (kept.isEmpty() == leftOut.isEmpty()) {
            throw new IllegalArgumentException(Quote.of(routes)
                    + " is no choice: name the routes to keep (okhttp;vertx), or those to leave out (-okhttp;-vertx)");
        }
        if (kept.isEmpty()) {
            return EnumSet.complementOf(EnumSet.copyOf(leftOut));
        }
        kept.add(TLS);
        return kept;
    }

    private static Route of(String label) {
        Route[] all = values();
        String[] labels = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            labels[i] = all[i].label;
            if (labels[i].equals(label)) {
                return all[i];
            }
        }
        throw UnknownOption.of("route", label, labels);
    }
}
