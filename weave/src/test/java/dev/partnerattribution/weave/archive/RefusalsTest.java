package dev.partnerattribution.weave.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partnerattribution.weave.archive.WeaveException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can't be woven is said in one line, nothing is written, and the input is as it was. */
class RefusalsTest {
    @TempDir
    Path folder;

    private static byte[] jar() throws IOException {
        return new Jars()
                .type("", "a/Client")
                .stored("a/data.bin", "plain data".getBytes(UTF_8))
                .bytes();
    }

    private static byte[] replaced(byte[] bytes, String what, String by) {
        return new String(bytes, ISO_8859_1).replace(what, by).getBytes(ISO_8859_1);
    }

    private static byte[] withEntry(ZipArchiveEntry entry, int flags) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            entry.setSize(1);
            entry.setCrc(0);
            entry.setCompressedSize(1);
            zip.addRawArchiveEntry(entry, new java.io.ByteArrayInputStream(new byte[1]));
        }
        byte[] file = bytes.toByteArray();
        file[6] |= (byte) flags;
        file[new String(file, ISO_8859_1).indexOf("PK\1\2") + 8] |= (byte) flags;
        return file;
    }

    private static ZipArchiveEntry packedBy(ZipMethod method) {
        ZipArchiveEntry entry = new ZipArchiveEntry("a/B.class");
        entry.setMethod(method.getCode());
        return entry;
    }

    static List<Arguments> damaged() throws IOException {
        byte[] jar = jar();
        byte[] junk = "x".repeat(10_000).getBytes(UTF_8);
        byte[] mixed = replaced(jar, "PK\1\2", "PK\7\2");
        return List.of(
                Arguments.of(new byte[0], "it is empty: build or copy it again"),
                Arguments.of(junk, "it is no zip file: name a jar, a WAR, or a folder of classes"),
                Arguments.of(
                        Arrays.copyOf(jar, jar.length - 30),
                        "it is a zip file that is cut off: build or copy it again"),
                Arguments.of(Arrays.copyOfRange(jar, 40, jar.length), "lies where something else does"),
                Arguments.of(
                        replaced(jar, "plain data", "plain dada"),
                        "a/data.bin in it is damaged: build or copy it again"),
                Arguments.of(mixed, "its directory is damaged: build or copy it again"),
                Arguments.of(replaced(jar, "PK\3\4", "PK\3\5"), "in it is damaged"),
                Arguments.of(
                        withEntry(packedBy(ZipMethod.BZIP2), 0),
                        "a/B.class in it is packed by method 12, which Java can't read"),
                Arguments.of(
                        withEntry(packedBy(ZipMethod.STORED), 1),
                        "a/B.class in it is encrypted, which Java can't read"));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void a_damaged_file_is_named_with_what_is_wrong(byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("a.jar"), content);
        WeaveException refused = refused(file);

        assertThat(refused).hasMessageStartingWith(file + ": ").hasMessageContaining(message);
        assertThat(refused.reason()).isEqualTo(Reason.FILE);
        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void a_damaged_library_is_named_with_where_it_lies() throws IOException {
        byte[] library = replaced(jar(), "plain data", "plain dada");
        Path war = new Jars().deflated("WEB-INF/lib/a.jar", library).at(folder.resolve("app.war"));

        assertThat(refused(war))
                .hasMessage(war + "!/WEB-INF/lib/a.jar: a/data.bin in it is damaged: build or copy it again");
    }

    private WeaveException refused(Path... inputs) throws IOException {
        Path output = folder.resolve("woven");
        WeaveException refused = catchThrowableOfType(
                WeaveException.class, () -> Weave.of(inputs).to(output));
        assertThat(refused).isNotNull();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()).filter(name -> name.contains("woven")))
                    .isEmpty();
        }
        return refused;
    }

    @Test
    void a_folder_with_a_link_to_itself_is_named_with_the_link() throws IOException {
        Path link = Files.createDirectory(folder.resolve("classes")).resolve("again");
        Files.createSymbolicLink(link, link.getParent());

        assertThat(refused(link.getParent()))
                .hasMessageContaining(link + " is a link to a folder that it lies in: take it out");
    }

    @Test
    void a_class_path_that_holds_nothing_is_no_program() throws IOException {
        String none = Files.createDirectory(folder.resolve("lib")) + "/*";

        assertThatThrownBy(() -> ClassPath.parse(List.of(none)))
                .isInstanceOf(WeaveException.class)
                .hasMessage("\"" + none + "\": there is no jar in it, nor a folder of classes; check the spelling");
    }

    static List<Arguments> unwanted() throws IOException {
        Jars twice = new Jars().type("", "a/Client").type("", "b/Client");
        byte[] duplicates = replaced(twice.bytes(), "b/Client.class", "a/Client.class");
        return List.of(
                Arguments.of(duplicates, "a/Client.class is in it twice"),
                Arguments.of(new Jars().text("../evil.txt", "").bytes(), "leads out of it: ../evil.txt"),
                Arguments.of(new Jars().text("/etc/passwd", "").bytes(), "leads out of it: /etc/passwd"),
                Arguments.of(new Jars().text("a\\..\\..\\b", "").bytes(), "leads out of it"),
                Arguments.of(new Jars().text("META-INF/application.xml", "<a/>").bytes(), "this is an EAR"));
    }

    @ParameterizedTest
    @MethodSource("unwanted")
    void what_would_break_or_is_not_known_is_refused(byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("a.jar"), content);
        WeaveException refused = refused(file);

        assertThat(refused).hasMessageStartingWith(file + ": ").hasMessageContaining(message);
        assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    void what_is_no_class_may_be_there_twice() throws Exception {
        Jars twice =
                new Jars().text("a/LICENSE", "one").text("b/LICENSE", "two").type("", "a/Client");
        Path file = Files.write(folder.resolve("a.jar"), replaced(twice.bytes(), "b/LICENSE", "a/LICENSE"));
        Weave.of(file).to(folder.resolve("woven.jar"));

        assertThat(Files.readString(folder.resolve("woven.jar"), ISO_8859_1).split("a/LICENSE", -1))
                .hasSize(7);
    }

    @Test
    void weaving_twice_gives_the_same_and_with_another_id_it_is_refused() throws Exception {
        Path once = folder.resolve("once.jar");
        Path twice = folder.resolve("twice.jar");
        Weave.of(Files.write(folder.resolve("a.jar"), jar())).to(once);

        assertThat(Weave.of(once).to(twice).wasWoven()).isTrue();
        assertThat(twice).hasSameBinaryContentAs(once);
        WeaveException refused = catchThrowableOfType(WeaveException.class, () -> Weave.of(once)
                .with("11111111-2222-4333-8444-555555555555")
                .to(folder.resolve("other.jar")));
        assertThat(refused)
                .hasMessageContaining(
                        "woven already, by another version or with another tracking ID: weave the original");
    }

    @Test
    void what_was_woven_apart_is_not_taken_for_the_whole() throws Exception {
        Path once = folder.resolve("once.jar");
        Weave.of(Files.write(folder.resolve("a.jar"), jar())).to(once);
        Path other = new Jars().type("", "b/Client").at(folder.resolve("b.jar"));

        assertThat(refused(other, once))
                .hasMessage(once + ": it is woven already, and not together with all of the rest: weave the originals");
    }

    @Test
    void an_output_that_is_the_input_or_there_or_nowhere_is_refused() throws IOException {
        Path file = Files.write(folder.resolve("a.jar"), jar());
        Path classes = Files.createDirectories(folder.resolve("classes/a")).getParent();
        Files.write(classes.resolve("a/Client.class"), Jars.type("a/Client"));
        Path link = Files.createSymbolicLink(folder.resolve("link.jar"), file);

        assertThat(usage(file, file)).contains("it stays as it is");
        assertThat(usage(file, link)).contains("it stays as it is");
        assertThat(usage(file, folder)).contains("holds");
        assertThat(usage(classes, classes.resolve("woven"))).contains("lies in");
        assertThat(usage(classes, file)).contains("a folder is never replaced");
        assertThat(usage(file, Files.writeString(folder.resolve("old.jar"), "old")))
                .contains("--force replaces it");
        assertThat(file).hasBinaryContent(jar());
    }

    private static String usage(Path input, Path output) {
        WeaveException refused =
                catchThrowableOfType(WeaveException.class, () -> Weave.of(input).to(output));
        assertThat(refused.reason()).isEqualTo(Reason.USAGE);
        return String.valueOf(refused.getMessage());
    }
}
