package dev.partnerattribution.testkit;

import dev.partnerattribution.testkit.internal.arm.ArmApi;
import dev.partnerattribution.testkit.internal.arm.Settings;
import dev.partnerattribution.testkit.internal.arm.Subscriptions;
import dev.partnerattribution.testkit.internal.http.Faults;
import dev.partnerattribution.testkit.internal.http.Listener;
import dev.partnerattribution.testkit.internal.http.Tunnels;
import dev.partnerattribution.testkit.internal.login.AzureCliDirectory;
import dev.partnerattribution.testkit.internal.login.ProgramEnvironment;
import dev.partnerattribution.testkit.internal.tls.HostName;
import dev.partnerattribution.testkit.internal.tls.ThisJvm;
import dev.partnerattribution.testkit.internal.tls.TrustFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * An Azure Resource Manager that listens on 127.0.0.1 and remembers every request.
 *
 * <p>It speaks HTTPS, and plain HTTP on the same port, under the real names of Azure Resource Manager and any further
 * ones. A JVM started with {@link #jvmArguments()} finds those names here and trusts its certificate; other programs use
 * {@link #localEndpoint()} and {@link #certificate()}. It keeps what it is given: groups, resources of any type,
 * deployments. It checks no token. A request that can't be read is answered with 400, 408, 413 or 431 and not recorded.
 * Beneath {@code /adfs}, under the names of Microsoft's log-in hosts, and where Terraform asks, it lets everyone log in;
 * those requests are not recorded either, unless they were to go wrong, because they are none to Azure Resource Manager.
 *
 * <p>It is a proxy for HTTPS as well, which leads to itself under all these names and passes nothing on: a program that is
 * started with {@link #environment()} needs no change to deploy here, whatever it is written in.
 *
 * <p>Safe for use by several threads. All its threads are daemons; {@link #close()} ends connections at once and removes
 * the files, which the end of the JVM does too.
 */
public final class LoopbackArm implements AutoCloseable {

    /** The only subscription that is listed; any other one works as well. */
    public static final String SUBSCRIPTION_ID = Subscriptions.ONLY;

    /** The only tenant. */
    public static final String TENANT_ID = Subscriptions.TENANT_ID;

    private final TrustFiles files;
    private final Runnable whenClosed;
    private final Recorder recorder;
    private final Faults faults = new Faults();
    private final Exchange exchange;
    private final Listener listener;
    private final AzureCliDirectory azureCli;
    private volatile Settings settings = new Settings();
    private volatile ArmApi api = new ArmApi(settings);

    private LoopbackArm(TrustFiles files, Runnable whenClosed, Recorder recorder, Builder builder) {
        this.files = files;
        this.whenClosed = whenClosed;
        this.recorder = recorder;
        this.exchange = new Exchange(recorder, faults, new Tunnels(builder.hosts, builder.refusals), api);
        this.listener = Listener.start(files.serverContext().getSocketFactory(), exchange, builder.port);
        this.azureCli = new AzureCliDirectory(localEndpoint(), files.pem());
    }

    /**
     * Starts one that answers to the names of Azure Resource Manager in all clouds, and to {@code localhost}. Throws
     * UncheckedIOException when no port, certificate or file can be had.
     */
    public static LoopbackArm start() {
        return builder().start();
    }

    /** Begins one that answers to further names. */
    public static Builder builder() {
        return new Builder();
    }

    /** {@code https://management.azure.com:<port>/}, for a JVM started with {@link #jvmArguments()}. */
    public URI endpoint() {
        return endpoint(HostNames.PUBLIC_CLOUD);
    }

    /** {@code https://<host>:<port>/} for a name this answers to, for a JVM started with {@link #jvmArguments()}. */
    public URI endpoint(String host) {
        return URI.create("https://" + host + ":" + port() + "/");
    }

    /** {@code https://localhost:<port>/}, for any client that trusts {@link #certificate()}. */
    public URI localEndpoint() {
        return endpoint("localhost");
    }

    /** {@code http://localhost:<port>/}, for clients that need no TLS. */
    public URI httpEndpoint() {
        return URI.create("http://localhost:" + port() + "/");
    }

    /** The port of 127.0.0.1 it listens on, the same for HTTPS and HTTP. */
    public int port() {
        return listener.port();
    }

    /** The arguments with which a JVM finds all host names here and trusts the certificate. */
    public List<String> jvmArguments() {
        return files.jvmArguments();
    }

    /**
     * The certificate as a PEM file, for instance for {@code REQUESTS_CA_BUNDLE} or {@code SSL_CERT_FILE}. Servers of one JVM with
     * the same host names have the same one; what {@link Builder#forThisJvm()} makes is none of them.
     */
    public Path certificate() {
        return files.pem();
    }

    /** The file for {@code jdk.net.hosts.file}. */
    public Path hostsFile() {
        return files.hosts();
    }

    /** A context that trusts the certificate, for clients in this JVM. */
    public SSLContext sslContext() {
        return files.clientContext();
    }

    /**
     * A context with the key of the certificate: a further server of the test's own, in this JVM, is trusted and found
     * under the same names by the same clients.
     */
    public SSLContext serverSslContext() {
        return files.serverContext();
    }

    /**
     * The variables with which {@code az}, started as a child process, is logged in here and trusts the certificate:
     * {@code AZURE_CONFIG_DIR} and {@code REQUESTS_CA_BUNDLE}. Put them all into the child's environment. Throws
     * UncheckedIOException when the directory can't be made; it goes away with {@link #close()}.
     */
    public Map<String, String> azEnvironment() {
        return azureCli.environment();
    }

    /**
     * The variables with which a program, unchanged and of whatever language, started as a child process, deploys here: this
     * as its proxy for HTTPS, trust in the certificate, and credentials with which {@code DefaultAzureCredential}, managed
     * identities, {@code az} and Terraform log in here. Java gets {@link #jvmArguments()} and the proxy in {@code
     * JAVA_TOOL_OPTIONS}, behind what this process has there. Put them all into the child's environment. A program in Java
     * reaches no other host by its name; one in another language no other one by HTTPS, as far as it heeds {@code
     * HTTPS_PROXY}. Throws UncheckedIOException when a file can't be written.
     */
    public Map<String, String> environment() {
        return new ProgramEnvironment(port(), files, azEnvironment()).variables();
    }

    /** All requests that were answered since the start or the last {@link #reset()}. */
    public RecordedRequests requests() {
        return recorder.snapshot();
    }

    /** Begins to describe the next so many requests, 1 or more, that are to go wrong. */
    public Injection next(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("1 or more requests can go wrong, not " + times);
        }
        return new Injection(faults, times, request -> true);
    }

    /**
     * Makes every PUT of this resource type, such as {@code Microsoft.Storage/storageAccounts}, long-running.
     * Deployments and storage accounts are so from the start.
     */
    public LoopbackArm putting(String resourceType, LongRunning operation) {
        settings.putting(resourceType, operation.polling());
        return this;
    }

    /** Makes every DELETE of this resource type long-running. {@code Microsoft.Resources/resourceGroups} is so already. */
    public LoopbackArm deleting(String resourceType, LongRunning operation) {
        settings.deleting(resourceType, operation.polling());
        return this;
    }

    /** Makes PUT and DELETE of this resource type take effect at once. */
    public LoopbackArm immediate(String resourceType) {
        settings.immediate(resourceType);
        return this;
    }

    /** How many values a page of a list holds, 1 or more; 1000 unless said otherwise. */
    public LoopbackArm pageSize(int size) {
        settings.pageSize(size);
        return this;
    }

    /** Refuses with 409 to create resources of this provider, such as {@code Microsoft.Storage}, until it is registered again. */
    public LoopbackArm unregister(String namespace) {
        api.unregister(namespace);
        return this;
    }

    /** Forgets everything: requests, faults to come, what was deployed, and what was chosen about the answers. */
    public synchronized void reset() {
        faults.clear();
        settings = new Settings();
        api = new ArmApi(settings);
        exchange.replace(api);
        recorder.clear();
    }

    /** Stops listening, ends all connections and removes the files. Closing again has no effect. */
    @Override
    public void close() {
        try {
            listener.close();
        } finally {
            azureCli.close();
            whenClosed.run();
        }
    }

    /** What a {@link LoopbackArm} answers to, and whom it tells. */
    public static final class Builder {

        private final Collection<String> hosts = HostNames.all();
        private final List<Consumer<? super RecordedRequest>> listeners = new ArrayList<>();
        private final List<Consumer<? super String>> refusals = new ArrayList<>();
        private boolean forThisJvm;
        private int port;

        private Builder() {}

        /**
         * Further host names to answer to, Azure Resource Manager's or not. Some clients look names up in the case they
         * are written in: name each case that is used. Throws IllegalArgumentException for what is no host name.
         */
        public Builder hosts(String... names) {
            for (String name : names) {
                hosts.add(HostName.checked(name));
            }
            return this;
        }

        /** Listens on this port, 1 to 65535, rather than on a free one; whoever starts it again finds it in the same place. */
        public Builder port(int number) {
            if (number < 1 || number > 65_535) {
                throw new IllegalArgumentException("a port is 1 to 65535, not " + number);
            }
            port = number;
            return this;
        }

        /**
         * Tells of each request just before it is answered, on the thread that answers it: several may be told of at
         * the same time. What the listener throws goes to that thread's uncaught exception handler.
         */
        public Builder onRequest(Consumer<? super RecordedRequest> listener) {
            listeners.add(listener);
            return this;
        }

        /** Tells of each host that a client wanted to reach through this as its proxy, and was refused because it isn't here. */
        public Builder onRefusedHost(Consumer<? super String> listener) {
            refusals.add(listener);
            return this;
        }

        /**
         * Prepares this JVM too, for clients in it that are made after the start and use {@link #localEndpoint()}: the
         * JVM's default trust gains the certificate, and the system property {@code partner.attribution.arm-hosts} gains
         * {@code localhost}. This is done once and stays until the JVM ends, as do the files: clients keep in static
         * fields what they have seen. All such servers of a JVM that answer to the same names share one certificate.
         *
         * <p>For each write the only thread of this JVM that waits for an HTTP client is remembered, for the failure
         * message of {@link RecordedRequests#assertAttributedTo}.
         */
        public Builder forThisJvm() {
            forThisJvm = true;
            return this;
        }

        /**
         * Starts one, as often as wanted. Throws UncheckedIOException when no port, certificate or file can be had.
         */
        public LoopbackArm start() {
            List<Consumer<? super RecordedRequest>> told = List.copyOf(listeners);
            if (forThisJvm) {
                return new LoopbackArm(ThisJvm.prepare(hosts), () -> {}, new Recorder(told, Caller::onlyOne), this);
            }
            TrustFiles files = TrustFiles.shared(hosts);
            try {
                return new LoopbackArm(files, files::close, new Recorder(told), this);
            } catch (RuntimeException e) {
                files.close();
                throw e;
            }
        }
    }
}
