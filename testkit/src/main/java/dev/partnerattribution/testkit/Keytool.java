package dev.partnerattribution.testkit;

import java.io.IOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;

/** The JDK's own certificate maker: there is no public API for one. */
final class Keytool {

    static final String ALIAS = "loopback";
    static final String PASSWORD = "changeit";

    private Keytool() {}

    /** Makes a key and a certificate for these host names and 127.0.0.1, good for a month, in a new file. */
    static KeyStore selfSigned(Path file, Collection<String> hosts) throws IOException, GeneralSecurityException {
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
                "SAN=ip:127.0.0.1,"
                        + hosts.stream().map(Keytool::dnsName).distinct().collect(Collectors.joining(",")));
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    static String pem(Certificate certificate) throws GeneralSecurityException {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN CERTIFICATE-----\n"
                + encoder.encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static String dnsName(String host) {
        String ascii = IDN.toASCII(host);
        return "dns:" + (ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii);
    }

    private static void run(String options, String... more) throws IOException {
        java.util.List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(java.util.List.of(options.split(" ", -1)));
        command.addAll(java.util.List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
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
