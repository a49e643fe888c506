package dev.partnerattribution.testkit.internal.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * What this JVM needs so that clients in it deploy to servers in it: to trust their certificate, and to take {@code
 * localhost} for Azure Resource Manager, whose real names lead elsewhere in a JVM that runs already.
 *
 * <p>Nothing of it is undone. HTTP clients, and the attribution itself, read these settings once and keep them, so that
 * taking them back would only make the outcome depend on the order of tests. Trust is added to, never replaced.
 */
public final class ThisJvm {

    private static final String ARM_HOSTS = "partner.attribution.arm-hosts";
    private static final String ARM_HOSTS_VARIABLE = "PARTNER_ATTRIBUTION_ARM_HOSTS";
    private static final String LOCALHOST = "localhost";

    private static final Map<Set<String>, TrustFiles> PREPARED = new HashMap<>();

    private ThisJvm() {}

    /** The certificate for these names, which is trusted here from now on. */
    public static synchronized TrustFiles prepare(Collection<String> hosts) {
        declareLocalhost();
        return PREPARED.computeIfAbsent(Set.copyOf(hosts), names -> {
            TrustFiles files = TrustFiles.create(names);
            trust(files);
            return files;
        });
    }

    /** Makes {@code localhost} one of the ARM hosts; the environment's list would no longer be read, so it is kept. */
    public static synchronized void declareLocalhost() {
        String before = System.getProperty(ARM_HOSTS, System.getenv().getOrDefault(ARM_HOSTS_VARIABLE, ""));
        if (!List.of(before.split(";", -1)).contains(LOCALHOST)) {
            System.setProperty(ARM_HOSTS, before.isEmpty() ? LOCALHOST : before + ";" + LOCALHOST);
        }
    }

    private static void trust(TrustFiles files) {
        try {
            Path store = files.pem().resolveSibling("this-jvm.p12");
            write(trustedSoFarAnd(files), store);
            store.toFile().deleteOnExit();
            // Read by those who ask for the default trust managers: netty, OkHttp, and JSSE where it has not yet.
            System.setProperty("javax.net.ssl.trustStore", store.toString());
            System.setProperty("javax.net.ssl.trustStorePassword", Keytool.PASSWORD);
            System.setProperty("javax.net.ssl.trustStoreType", TrustFiles.TYPE);
            // And for those who ask for the default context, which the JDK makes once: java.net.http,
            // HttpsURLConnection.
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            SSLContext.setDefault(context);
            HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
        } catch (IOException e) {
            throw new UncheckedIOException("this JVM could not be made to trust the certificate", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM could not be made to trust the certificate", e);
        }
    }

    private static KeyStore trustedSoFarAnd(TrustFiles files) throws IOException, GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init((KeyStore) null);
        KeyStore trusted = KeyStore.getInstance(TrustFiles.TYPE);
        trusted.load(null, null);
        trusted.setCertificateEntry(Keytool.ALIAS, files.certificate());
        for (TrustManager manager : managers.getTrustManagers()) {
            for (X509Certificate authority : ((X509TrustManager) manager).getAcceptedIssuers()) {
                trusted.setCertificateEntry("trusted-" + trusted.size(), authority);
            }
        }
        return trusted;
    }

    private static void write(KeyStore trusted, Path store) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(store)) {
            trusted.store(out, Keytool.PASSWORD.toCharArray());
        }
    }
}
