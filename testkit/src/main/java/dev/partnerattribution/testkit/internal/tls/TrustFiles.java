package dev.partnerattribution.testkit.internal.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for some host names and the files by which clients trust it and find the names on this machine. */
public final class TrustFiles implements AutoCloseable {

    static final String TYPE = "PKCS12";

    /** By the names. Who reads one changes nothing in it. */
    private static final Map<Set<String>, KeyStore> SHARED = new ConcurrentHashMap<>();

    private final Path directory;
    private final KeyStore keys;
    private final KeyStore trusted;

    private TrustFiles(Path directory, KeyStore keys, KeyStore trusted) {
        this.directory = directory;
        this.keys = keys;
        this.trusted = trusted;
    }

    /**
     * With the certificate of an earlier call for the same names, if there was one and it is good for another day: to make one
     * takes longer than all else that a server needs to start.
     */
    public static TrustFiles shared(Collection<String> hosts) {
        return create(hosts, file -> {
            Set<String> names = new TreeSet<>(hosts);
            KeyStore before = SHARED.get(names);
            if (before != null && isGood(before)) {
                return before;
            }
            KeyStore made = Keytool.selfSigned(file, hosts);
            SHARED.put(names, made);
            return made;
        });
    }

    private static boolean isGood(KeyStore keys) throws KeyStoreException {
        Instant end = ((X509Certificate) keys.getCertificate(Keytool.ALIAS))
                .getNotAfter()
                .toInstant();
        return Instant.now().plus(Duration.ofDays(1)).isBefore(end);
    }

    /** With a certificate of its own. */
    static TrustFiles create(Collection<String> hosts) {
        return create(hosts, file -> Keytool.selfSigned(file, hosts));
    }

    /** Where keys come from, which may be made in this file. */
    private interface Keys {
        KeyStore in(Path file) throws IOException, GeneralSecurityException;
    }

    private static TrustFiles create(Collection<String> hosts, Keys from) {
        try {
            Path directory = Files.createTempDirectory("loopback-arm");
            Path made = directory.resolve("server.p12");
            try {
                KeyStore keys = from.in(made);
                KeyStore trusted = KeyStore.getInstance(TYPE);
                trusted.load(null, null);
                trusted.setCertificateEntry(Keytool.ALIAS, keys.getCertificate(Keytool.ALIAS));
                TrustFiles files = new TrustFiles(directory, keys, trusted);
                files.write(hosts);
                files.leaveWithTheJvm();
                return files;
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                remove(directory);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no certificate could be made", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    public Path pem() {
        return directory.resolve("certificate.pem");
    }

    public Path hosts() {
        return directory.resolve("hosts");
    }

    Certificate certificate() {
        try {
            return trusted.getCertificate(Keytool.ALIAS);
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<String> jvmArguments() {
        return List.of(
                "-Djdk.net.hosts.file=" + hosts(),
                "-Djavax.net.ssl.trustStore=" + trustStore(),
                "-Djavax.net.ssl.trustStorePassword=" + Keytool.PASSWORD,
                "-Djavax.net.ssl.trustStoreType=" + TYPE);
    }

    public SSLContext serverContext() {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, Keytool.PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public SSLContext clientContext() {
        try {
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path trustStore() {
        return directory.resolve("trusted.p12");
    }

    private void write(Collection<String> hosts) throws IOException, GeneralSecurityException {
        try (var out = Files.newOutputStream(trustStore())) {
            trusted.store(out, Keytool.PASSWORD.toCharArray());
        }
        Files.writeString(pem(), Keytool.pem(certificate()));
        Files.writeString(
                hosts(),
                hosts.stream()
                                .flatMap(host -> Stream.of(host, host.toLowerCase(Locale.ROOT), HostName.ascii(host)))
                                .distinct()
                                .map(host -> "127.0.0.1 " + host + "\n")
                                .collect(Collectors.joining())
                        + ownName());
    }

    /** For those who never close: what is named last goes first, so the directory is empty when its turn comes. */
    private void leaveWithTheJvm() throws IOException {
        directory.toFile().deleteOnExit();
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> file.toFile().deleteOnExit());
        }
    }

    /** The hosts file replaces all other ways to resolve a name, and libraries ask for the machine's own. */
    private static String ownName() {
        try {
            return "127.0.0.1 " + InetAddress.getLocalHost().getHostName() + "\n";
        } catch (UnknownHostException nameless) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            remove(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(directory);
        }
    }
}
