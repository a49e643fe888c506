package dev.partnerattribution.weave.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that the JDK's own signer signed. */
class SignedArchivesTest {
    private static final String PASSWORD = "not-secret";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static KeyStore.PrivateKeyEntry key;

    @BeforeAll
    static void a_key() throws Exception {
        Path store = shared.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "key",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=Contoso",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        key = (KeyStore.PrivateKeyEntry) keys.getEntry("key", new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
    }

    private static Path sign(Path original, Path signed) throws IOException {
        try (ZipFile zip = new ZipFile(original.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key).signerName("CONTOSO").build().sign(zip, out);
        }
        return signed;
    }

    private Path signed(String type) throws IOException {
        Path original = new Jars()
                .text(
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\nMain-Class: a.Client\n\nName: a/\nSealed: false\n\n")
                .type("", type)
                .type("", "a/Other")
                .at(folder.resolve("unsigned.jar"));
        return sign(original, folder.resolve("signed.jar"));
    }

    @Test
    void a_signed_archive_is_refused_and_the_way_out_is_named() throws IOException {
        Path signed = signed("a/Client");
        WeaveException refused = catchThrowableOfType(
                WeaveException.class, () -> Weave.of(signed).to(folder.resolve("woven.jar")));

        assertThat(refused)
                .hasMessageStartingWith(signed + ": it is signed")
                .hasMessageContaining("--strip-signatures");
        assertThat(folder.resolve("woven.jar")).doesNotExist();
    }

    @Test
    void one_in_which_nothing_applies_stays_signed() throws Exception {
        Path signed = signed("a/Nothing");
        Weave.of(signed).to(folder.resolve("woven.jar"));

        assertThat(folder.resolve("woven.jar")).hasSameBinaryContentAs(signed);
    }

    @Test
    void stripped_it_is_an_archive_that_java_reads_and_that_can_be_signed_anew() throws Exception {
        Path woven = folder.resolve("woven.jar");
        Weave.of(signed("a/Client")).strippingSignatures().to(woven);

        String manifest = new String(Jars.entry(woven, "META-INF/MANIFEST.MF"), UTF_8);
        assertThat(manifest)
                .contains("Main-Class: a.Client", "Name: a/", "Sealed: false")
                .doesNotContain("Digest");
        assertThat(signers(woven)).isZero();
        assertThat(signers(sign(woven, folder.resolve("again.jar")))).isGreaterThan(2);
    }

    @Test
    void one_of_which_a_library_alone_changes_is_signed_no_more() throws Exception {
        Path unsigned = new Jars()
                .type("WEB-INF/classes/", "a/Other")
                .deflated("WEB-INF/lib/a.jar", new Jars().type("", "a/Client").bytes())
                .at(folder.resolve("unsigned.war"));
        Path first = new Jars().type("", "b/Client").at(folder.resolve("first.jar"));
        Path signed = sign(unsigned, folder.resolve("signed.war"));
        Path woven = folder.resolve("woven");

        WeaveException refused = catchThrowableOfType(
                WeaveException.class, () -> Weave.of(first, signed).to(woven));
        Weave.of(first, signed).strippingSignatures().to(woven);

        assertThat(refused).hasMessageStartingWith(signed + ": it is signed");
        assertThat(signers(woven.resolve("signed.war"))).isZero();
    }

    /** Lines of a manifest end after 72 bytes, be it within a letter. */
    @Test
    void a_manifest_keeps_every_byte_that_is_not_of_the_signature() throws Exception {
        String manifest =
                "Manifest-Version: 1.0\r\nBundle-Vendor: Gr\u00c3\r\n \u00b6\u00c3\u009fe\r\n\r\n"; // UTF-8, byte for
        // byte

        assertThat(Manifest.withoutDigests(manifest.getBytes(ISO_8859_1))).isEqualTo(manifest.getBytes(ISO_8859_1));
    }

    /** How many entries have a signer; reading one whose signature does not fit throws. */
    private static int signers(Path file) throws IOException {
        int signed = 0;
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                try (InputStream in = jar.getInputStream(entry)) {
                    in.readAllBytes();
                }
                signed += entry.getCodeSigners() == null ? 0 : 1;
            }
        }
        return signed;
    }
}
