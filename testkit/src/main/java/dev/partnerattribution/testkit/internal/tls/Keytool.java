package dev.partnerattribution.testkit.internal.tls;

import dev.partnerattribution.testkit.internal.process.JdkPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The JDK's own certificate maker: there is no public API for one. */
final class Keytool {

    static final String ALIAS = "loopback";
    static final String PASSWORD = "changeit";

    /** With these the JVM that makes the certificate would run agents and options meant for others. */
    private static final Set<String> JVM_OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** Halves the time that it takes, where the JVM knows them. */
    private static final List<String> BRIEF =
            List.of("-J-XX:+IgnoreUnrecognizedVMOptions", "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC");

    private Keytool() {}

    /** Makes a key and a certificate for these host names and 127.0.0.1, good for a month, in a new file. */
    static KeyStore selfSigned(Path file, Collection<String> hosts) throws IOException, GeneralSecurityException {
        String names = hosts.stream().map(Keytool::dnsName).distinct().sorted().collect(Collectors.joining(","));
        run(
                "-genkeypair -keyalg EC -groupname secp256r1 -validity 30 -storetype PKCS12 -noprompt"
                        + " -dname CN=LoopbackARM -ext BC:c=ca:true -ext KU=digitalSignature,keyCertSign"
                        + " -ext EKU=serverAuth",
                "-alias",
                ALIAS,
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString(),
                "-ext",
                "SAN=ip:127.0.0.1," + names);
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    static String pem(Certificate certificate) throws GeneralSecurityException {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN CERTIFICATE-----\n"
                + encoder.encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static String dnsName(String host) {
        String ascii = HostName.ascii(host).toLowerCase(Locale.ROOT);
        return "dns:" + (ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii);
    }

    private static void run(String options, String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(JdkPrograms.of(Path.of(System.getProperty("java.home")), "keytool")
                .toString());
        command.addAll(BRIEF);
        command.addAll(List.of(options.split(" ", -1)));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(JVM_OPTIONS);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool ran", e);
        }
    }
}
