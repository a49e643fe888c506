package dev.partnerattribution.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the jar: everything in it may meet a program that we know nothing of. */
class JarContentsIT {
    private static final Path JAR = Path.of(System.getProperty("agent.jar"));
    private static final long MEGABYTE = 1_000_000;
    private static final int JAVA_8 = 52;
    private static final int CLASS_FILE = 0xcafebabe;
    private static final LocalDateTime BUILT = LocalDateTime.of(2026, 1, 1, 0, 0);

    private static final String RUNTIME = "internal/runtime.jar";
    private static final String ENGINE = "internal/engine.jar";
    private static final String LIBRARIES = "internal/libraries.jar";

    /** By pattern, what may be in the agent's jar, and in the jars within it. */
    private static final Map<String, Pattern> ALLOWED = Map.of(
            "",
            Pattern.compile("META-INF/(LICENSE|MANIFEST\\.MF|NOTICE)|internal/(runtime|engine|libraries)\\.jar"
                    + "|dev/partnerattribution/agent/[A-Z]\\w+\\.class"),
            RUNTIME,
            Pattern.compile("dev/partnerattribution/(internal/(?!receipts/)([a-z]+/)?)?[A-Z][\\w$]+\\.class"),
            ENGINE,
            Pattern.compile("dev/partnerattribution/agent/(engine|requests|jdk(/[a-z]+)?)/[A-Z][\\w$]+\\.class"
                    + "|net/bytebuddy/jar/asm/[A-Z][\\w$]+\\.class"),
            LIBRARIES,
            Pattern.compile("dev/partnerattribution/(agent/[a-z0-9]+|azure|internal/receipts)/[A-Z][\\w$]+\\.class"
                    + "|net/bytebuddy/.*\\.class"));

    private static Map<ZipEntry, byte[]> entries;
    private static Map<String, byte[]> files;

    @BeforeAll
    static void read() throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(JAR))) {
            entries = read(in);
        }
        files = files(entries);
    }

    private static Map<ZipEntry, byte[]> read(ZipInputStream in) throws IOException {
        Map<ZipEntry, byte[]> read = new LinkedHashMap<>();
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            read.put(entry, in.readAllBytes());
        }
        return read;
    }

    private static Map<String, byte[]> files(Map<ZipEntry, byte[]> entries) {
        Map<String, byte[]> files = new TreeMap<>();
        entries.forEach((entry, content) -> {
            if (!entry.isDirectory()) {
                files.put(entry.getName(), content);
            }
        });
        return files;
    }

    @Test
    void the_jar_holds_nothing_else() {
        assertThat(files.keySet()).allMatch(ALLOWED.get("").asMatchPredicate());
        assertThat(within(RUNTIME).keySet()).allMatch(ALLOWED.get(RUNTIME).asMatchPredicate());
        assertThat(within(ENGINE).keySet()).allMatch(ALLOWED.get(ENGINE).asMatchPredicate());
        assertThat(within(LIBRARIES).keySet()).allMatch(ALLOWED.get(LIBRARIES).asMatchPredicate());
    }

    /** What only a program that has the runtime jar needs, and what the agent would be without. */
    @Test
    void the_jars_within_hold_what_the_agent_needs() {
        assertThat(within(RUNTIME).keySet()).contains("dev/partnerattribution/internal/useragent/Stamp.class");
        assertThat(within(ENGINE).keySet())
                .contains(
                        "dev/partnerattribution/agent/engine/JavaLang9.class",
                        "net/bytebuddy/jar/asm/ClassReader.class")
                .noneMatch(name -> name.startsWith("net/bytebuddy/asm/"));
        assertThat(within(LIBRARIES).keySet())
                .contains("dev/partnerattribution/azure/AttributionPolicy.class", "net/bytebuddy/asm/Advice.class")
                .noneMatch(name -> name.contains("AttributionPolicyProvider"));
    }

    /** The agent reads them so. */
    @Test
    void the_jars_within_are_stored() throws IOException {
        for (String name : List.of(RUNTIME, ENGINE, LIBRARIES)) {
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(files.get(name)))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    assertThat(entry.getMethod()).as(entry.getName()).isEqualTo(ZipEntry.STORED);
                }
            }
        }
    }

    private static Map<String, byte[]> within(String jar) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(files.get(jar)))) {
            return files(read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_application_sees_a_few_classes_and_none_of_anyone_else() {
        assertThat(files.keySet().stream().filter(name -> name.endsWith(".class")))
                .hasSizeLessThanOrEqualTo(10)
                .allMatch(name -> name.startsWith("dev/partnerattribution/agent/"));
    }

    @Test
    void the_directories_are_those_of_the_files() {
        assertThat(entries.keySet().stream().filter(ZipEntry::isDirectory).map(ZipEntry::getName))
                .allSatisfy(directory -> assertThat(files.keySet()).anyMatch(name -> name.startsWith(directory)));
    }

    @Test
    void the_license_and_who_made_it_are_named() {
        assertThat(new String(files.get("META-INF/LICENSE"), UTF_8)).contains("Apache License");
        assertThat(new String(files.get("META-INF/NOTICE"), UTF_8)).contains("Partner Attribution for Java");
    }

    /** Boot-Class-Path would cost class-data sharing. Retransforming is for classes that are loaded before the agent. */
    @Test
    void the_manifest_names_the_ways_to_start_and_nothing_more() throws IOException {
        Attributes manifest =
                new Manifest(new ByteArrayInputStream(files.get("META-INF/MANIFEST.MF"))).getMainAttributes();

        assertThat(manifest.getValue("Premain-Class")).isEqualTo(Launcher.class.getName());
        assertThat(manifest.getValue("Agent-Class")).isEqualTo(Launcher.class.getName());
        assertThat(manifest.getValue("Main-Class")).isEqualTo(Attach.class.getName());
        assertThat(manifest.keySet())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "Manifest-Version",
                        "Created-By",
                        "Java-Version",
                        "Build-Jdk-Spec",
                        "Implementation-Title",
                        "Implementation-Version",
                        "Premain-Class",
                        "Agent-Class",
                        "Can-Retransform-Classes",
                        "Main-Class");
    }

    @Test
    void the_jar_has_at_most_nine_tenths_of_a_megabyte() throws IOException {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(MEGABYTE * 9 / 10);
    }

    @Test
    void every_class_runs_on_java_8() {
        Map<String, byte[]> classes = new TreeMap<>(files);
        classes.putAll(within(RUNTIME));
        classes.putAll(within(ENGINE));
        classes.putAll(within(LIBRARIES));
        classes.keySet().removeIf(name -> !name.endsWith(".class") || name.endsWith("/JavaLang9.class"));

        assertThat(classes).hasSizeGreaterThan(100).allSatisfy((name, classFile) -> assertThat(majorVersion(classFile))
                .isLessThanOrEqualTo(JAVA_8));
    }

    private static int majorVersion(byte[] classFile) {
        ByteBuffer header = ByteBuffer.wrap(classFile);
        assertThat(header.getInt()).isEqualTo(CLASS_FILE);
        return header.getInt() & 0xffff;
    }

    @Test
    void every_entry_has_the_same_time_so_that_two_builds_make_the_same_bytes() {
        assertThat(entries.keySet())
                .allSatisfy(entry -> assertThat(entry.getTimeLocal()).isEqualTo(BUILT));
    }
}
