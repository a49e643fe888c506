package dev.partnerattribution.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.util.CheckClassAdapter;

/** A handover in front of every method of many classes, of all kinds that compilers have made. */
class SpliceTest {
    private static final SampleHook EVERYWHERE = SampleHook.in((method, descriptor) -> true);

    private static byte[] spliced(byte[] classFile) {
        boolean hasCode = ReadByAsm.instructions(classFile) > 0;
        return hasCode ? EVERYWHERE.in(classFile) : classFile;
    }

    @ParameterizedTest
    @CsvSource({
        "java.base/java/lang, 600",
        "java.base/java/time, 100",
        "java.base/java/util/concurrent, 250",
        "java.net.http/jdk/internal/net/http, 200",
        "jdk.compiler/com/sun/tools/javac/comp, 300",
        "jdk.compiler/com/sun/tools/javac/parser, 60"
    })
    void all_else_in_a_class_file_is_what_it_was(String classes, int atLeast) throws IOException {
        Map<String, byte[]> jdk = ofThisJdk(classes);

        jdk.forEach((name, classFile) -> {
            byte[] spliced = spliced(classFile);

            assertThat(ReadByAsm.textWithoutPrefixes(spliced, classFile))
                    .as(name)
                    .isEqualTo(ReadByAsm.text(classFile));
        });
        assertThat(jdk.keySet()).hasSizeGreaterThan(atLeast);
    }

    /** Stack sizes, and frames by what they are made of: the classes need not be there. */
    @ParameterizedTest
    @CsvSource({"java.base/java/lang, 600", "java.base/java/util/concurrent, 250"})
    void asm_finds_nothing_wrong(String classes, int atLeast) throws IOException {
        Map<String, byte[]> jdk = ofThisJdk(classes);

        jdk.forEach((name, classFile) -> assertThatCode(() ->
                        new ClassReader(spliced(classFile)).accept(new CheckClassAdapter(new ClassWriter(0), true), 0))
                .as(name)
                .doesNotThrowAnyException());
        assertThat(jdk.keySet()).hasSizeGreaterThan(atLeast);
    }

    /** Not those of {@code java.…}, which no class loader but the JDK's own may define. */
    @ParameterizedTest
    @CsvSource({"java.net.http/jdk/internal/net/http, 200", "java.xml/com/sun, 1000"})
    void the_jvm_verifies_it(String classes, int atLeast) throws Exception {
        Map<String, byte[]> jdk = ofThisJdk(classes);

        assertVerified(jdk, ClassLoader.getPlatformClassLoader());
        assertThat(jdk.keySet()).hasSizeGreaterThan(atLeast);
    }

    /** Compiled for Java 1.3, without stack maps, with subroutines. */
    @Test
    void the_jvm_verifies_an_old_library() throws Exception {
        Map<String, byte[]> library = new TreeMap<>();
        try (JarFile jar = new JarFile(HttpRequest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().endsWith(".class")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        library.put(name(entry.getName()), in.readAllBytes());
                    }
                }
            }
        }
        assertVerified(library, getClass().getClassLoader());
        assertThat(library.keySet()).hasSizeGreaterThan(80);
    }

    private static void assertVerified(Map<String, byte[]> classFiles, ClassLoader parent) throws Exception {
        Defined defined = new Defined(parent);
        classFiles.forEach((name, classFile) -> defined.with(name, spliced(classFile)));
        for (String name : classFiles.keySet()) {
            assertThatCode(() -> defined.verify(name)).as(name).doesNotThrowAnyException();
        }
    }

    private static Map<String, byte[]> ofThisJdk(String classes) throws IOException {
        FileSystem jrt = FileSystems.getFileSystem(URI.create("jrt:/"));
        Path module = jrt.getPath("modules", classes.substring(0, classes.indexOf('/')));
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(jrt.getPath("modules", classes))) {
            for (Path file : (Iterable<Path>) files.filter(SpliceTest::isCompiled)::iterator) {
                found.put(name(module.relativize(file).toString()), Files.readAllBytes(file));
            }
        }
        return found;
    }

    /** Those called Holder are made when a JDK is put together, with access flags that the specification does not know. */
    private static boolean isCompiled(Path file) {
        return file.toString().endsWith(".class") && !file.toString().endsWith("$Holder.class");
    }

    private static String name(String file) {
        return file.substring(0, file.length() - ".class".length()).replace('/', '.');
    }
}
