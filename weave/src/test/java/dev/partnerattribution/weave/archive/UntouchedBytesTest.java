package dev.partnerattribution.weave.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not woven stays as it lies on disk: packed bytes, headers, extra fields, sizes behind the content, order. */
class UntouchedBytesTest {
    private static final byte[] SIGNATURE_OF_DIRECTORY = {'P', 'K', 1, 2};

    @TempDir
    Path folder;

    private static Jars jar() throws IOException {
        return new Jars()
                .text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n")
                .text("a/first.txt", "one ".repeat(1_000))
                .type("", "a/Other")
                .type("", "a/AzureClient")
                .stored("a/last.bin", "no class".getBytes(UTF_8))
                .text("a/ünïcödé.txt", "last");
    }

    private static String bytes(Path file) throws IOException {
        return new String(Files.readAllBytes(file), ISO_8859_1);
    }

    private static List<String> names(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return Collections.list(zip.entries()).stream()
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    @Test
    void all_bytes_before_the_woven_class_and_all_behind_it_are_the_same() throws Exception {
        Path original = jar().comment("a comment").at(folder.resolve("a.jar"));
        Path woven = folder.resolve("woven.jar");
        Weave.of(original).to(woven);

        String before = bytes(original);
        int wovenClass = before.indexOf("a/AzureClient.class") - 30;
        int next = before.indexOf("a/last.bin") - 30;
        int directory = before.indexOf(new String(SIGNATURE_OF_DIRECTORY, ISO_8859_1));
        assertThat(bytes(woven)).startsWith(before.substring(0, wovenClass));
        assertThat(bytes(woven)).contains(before.substring(next, directory));
        assertThat(bytes(woven)).endsWith("a comment");
        assertThat(MarkingWeaver.isMarked(Jars.entry(woven, "a/AzureClient.class")))
                .isTrue();
    }

    @Test
    void the_directory_says_of_them_what_it_said_and_new_entries_follow_the_old_ones() throws Exception {
        Path original = jar().at(folder.resolve("a.jar"));
        Path woven = folder.resolve("woven.jar");
        Weave.of(original).to(woven);

        assertThat(names(woven)).startsWith(names(original).toArray(new String[0]));
        try (ZipFile before = new ZipFile(original.toFile());
                ZipFile after = new ZipFile(woven.toFile())) {
            for (String name : names(original)) {
                ZipEntry was = before.getEntry(name);
                ZipEntry is = after.getEntry(name);
                assertThat(is.getComment()).isEqualTo(was.getComment());
                assertThat(is.getExtra()).isEqualTo(was.getExtra());
                assertThat(is.getLastModifiedTime()).isEqualTo(was.getLastModifiedTime());
                assertThat(is.getMethod()).isEqualTo(was.getMethod());
            }
        }
    }

    /** Some readers take entry after entry, and never look at the directory. */
    @Test
    void a_reader_that_goes_from_front_to_back_finds_everything() throws Exception {
        Path woven = folder.resolve("woven.jar");
        Weave.of(jar().at(folder.resolve("a.jar"))).to(woven);

        int found = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(woven)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(in.readAllBytes()).isEqualTo(Jars.entry(woven, entry.getName()));
                found++;
            }
        }
        assertThat(found).isEqualTo(names(woven).size());
    }

    @Test
    void twice_the_same_input_gives_twice_the_same_bytes() throws Exception {
        Path original = jar().at(folder.resolve("a.jar"));
        Weave.of(original).to(folder.resolve("one.jar"));
        Weave.of(original).to(folder.resolve("two.jar"));

        assertThat(folder.resolve("one.jar")).hasSameBinaryContentAs(folder.resolve("two.jar"));
    }

    @Test
    void where_nothing_applies_the_file_is_the_same() throws Exception {
        Path original = new Jars().type("", "a/Other").comment("c").behind("#!/bin/sh\n", folder.resolve("a.jar"));
        Weave.Result result = Weave.of(original).to(folder.resolve("woven.jar"));

        assertThat(result.isChanged()).isFalse();
        assertThat(folder.resolve("woven.jar")).hasSameBinaryContentAs(original);
    }

    @Test
    void a_script_before_the_archive_stays_and_so_does_the_right_to_start_it() throws Exception {
        Path original = jar().behind("#!/bin/sh\nexec java -jar $0\n", folder.resolve("a.jar"));
        assertThat(original.toFile().setExecutable(true)).isTrue();
        Path woven = folder.resolve("woven.jar");
        Weave.of(original).to(woven);

        assertThat(bytes(woven)).startsWith("#!/bin/sh\nexec java -jar $0\nPK");
        assertThat(MarkingWeaver.isMarked(Jars.entry(woven, "a/AzureClient.class")))
                .isTrue();
        assertThat(woven).isExecutable();
    }

    /** Python's zipapp and Maven's launchers count the script in, others leave it out. */
    @Test
    void a_script_that_offsets_count_stays_one_that_they_count() throws Exception {
        Path original = folder.resolve("a.jar");
        try (var out = Files.newOutputStream(original);
                var zip = new ZipArchiveOutputStream(out)) {
            zip.writePreamble("#!/bin/sh\n".getBytes(UTF_8));
            zip.putArchiveEntry(new ZipArchiveEntry("a/Client.class"));
            zip.write(Jars.type("a/Client"));
            zip.closeArchiveEntry();
        }
        Path woven = folder.resolve("woven.jar");
        Weave.of(original).to(woven);

        ByteBuffer end = ByteBuffer.wrap(Files.readAllBytes(woven)).order(ByteOrder.LITTLE_ENDIAN);
        int record = end.limit() - 22;
        assertThat(end.getInt(record + 12) + end.getInt(record + 16)).isEqualTo(record);
        assertThat(MarkingWeaver.isMarked(Jars.entry(woven, "a/Client.class"))).isTrue();
    }

    @Test
    void large_archives_keep_their_large_fields() throws Exception {
        Path original = folder.resolve("a.jar");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(original)) {
            zip.setUseZip64(Zip64Mode.Always);
            for (String name : List.of("a/Other", "a/Client", "a/Third")) {
                zip.putArchiveEntry(new ZipArchiveEntry(name + ".class"));
                zip.write(Jars.type(name));
                zip.closeArchiveEntry();
            }
        }
        Path woven = folder.resolve("woven.jar");
        Weave.of(original).to(woven);

        assertThat(MarkingWeaver.isMarked(Jars.entry(woven, "a/Client.class"))).isTrue();
        assertThat(Jars.entry(woven, "a/Third.class")).isEqualTo(Jars.type("a/Third"));
    }

    @ParameterizedTest
    @ValueSource(ints = {65_530, 65_535, 70_000})
    void an_archive_may_have_more_entries_than_the_small_record_counts(int others) throws Exception {
        Jars jar = new Jars();
        for (int i = 0; i < others; i++) {
            jar.stored("r/" + i, new byte[0]);
        }
        Path original = jar.type("", "a/Client").at(folder.resolve("a.jar"));
        Path woven = folder.resolve("woven.jar");
        Weave.of(original).to(woven);

        assertThat(names(woven)).hasSize(others + 4);
        assertThat(MarkingWeaver.isMarked(Jars.entry(woven, "a/Client.class"))).isTrue();
        try (var zip = org.apache.commons.compress.archivers.zip.ZipFile.builder()
                .setPath(woven)
                .get()) {
            assertThat(Collections.list(zip.getEntries())).hasSize(others + 4);
        }
    }
}
