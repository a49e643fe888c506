package dev.partnerattribution.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What is generated for the good fixtures, byte by byte. {@code mvn test -Dgolden.rewrite} writes what it is now. */
class GoldenTest {
    private static final Path GOLDEN = Fixture.FOLDER.resolve("expected");

    @Test
    void generates_the_golden_files() throws IOException {
        Map<String, String> generated = generate(sources());
        if (System.getProperty("golden.rewrite") != null) {
            rewrite(generated);
        }
        assertThat(generated).isEqualTo(golden());
    }

    @Test
    void generates_the_same_on_each_run_whatever_the_order_of_the_sources() {
        List<JavaFileObject> sources = sources();
        Map<String, String> first = generate(sources);
        assertThat(generate(sources)).isEqualTo(first);
        Collections.reverse(sources);
        assertThat(generate(sources)).isEqualTo(first);
    }

    @Test
    void says_nothing_of_good_input() {
        Compilation compilation = javac().withProcessors(new PartnerAttributionProcessor())
                .withOptions("-Xlint:all,-processing", "-Werror")
                .compile(sources());
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    }

    /** In memory, because not every file system has these letters. */
    @Test
    void names_a_class_of_any_letters() {
        Map<String, String> generated = generate(
                List.of(
                        JavaFileObjects.forSourceString(
                                "größe.Maß",
                                """
                package größe;

                @dev.partnerattribution.PartnerAttribution(guid = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73")
                class Maß {}
                """)));
        assertThat(generated.get("META-INF/services/dev.partnerattribution.AttributionConfiguration"))
                .isEqualTo("größe.MaßAttribution\n");
        assertThat(generated.get("größe/MaßAttribution.java"))
                .contains("package gr\\u00f6\\u00dfe;", "return \"gr\\u00f6\\u00dfe.Ma\\u00df\";");
    }

    private static List<JavaFileObject> sources() {
        return Fixture.good().stream().map(Fixture::source).collect(Collectors.toList());
    }

    /** The content of each generated source and resource by its path. */
    private static Map<String, String> generate(List<JavaFileObject> sources) {
        Map<String, String> generated = new TreeMap<>();
        for (JavaFileObject file : javac().withProcessors(new PartnerAttributionProcessor())
                .compile(sources)
                .generatedFiles()) {
            if (file.getKind() != JavaFileObject.Kind.CLASS) {
                generated.put(file.getName().replaceFirst("^/?[A-Z]+_OUTPUT/", ""), content(file));
            }
        }
        return generated;
    }

    static String content(JavaFileObject file) {
        try (var in = file.openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> golden() throws IOException {
        Map<String, String> golden = new TreeMap<>();
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                golden.put(GOLDEN.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return golden;
    }

    private static void rewrite(Map<String, String> generated) throws IOException {
        for (String old : golden().keySet()) {
            Files.delete(GOLDEN.resolve(old));
        }
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Path path = GOLDEN.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
