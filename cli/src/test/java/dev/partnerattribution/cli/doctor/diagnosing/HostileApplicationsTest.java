package dev.partnerattribution.cli.doctor.diagnosing;

import static dev.partnerattribution.cli.doctor.diagnosing.Applications.GUID;
import static dev.partnerattribution.cli.doctor.diagnosing.Applications.OTHER_GUID;
import static dev.partnerattribution.cli.doctor.diagnosing.Applications.annotated;
import static dev.partnerattribution.cli.doctor.diagnosing.Applications.attributed;
import static dev.partnerattribution.cli.doctor.diagnosing.Applications.azureSdk;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.cli.doctor.diagnosing.Diagnosis.Verdict;
import dev.partnerattribution.cli.doctor.scanning.Unread;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are broken, huge, or made to do harm: there is an answer, and it says what was not looked at. */
class HostileApplicationsTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private Report report(String name, byte[] bytes) throws IOException {
        return Report.of(Files.write(folder.resolve(name), bytes));
    }

    private static String unread(Report report) {
        return report.diagnosis().scanned().unread().stream()
                .map(Unread::toString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void an_archive_without_anything_in_it_has_no_way() throws IOException {
        assertThat(report("empty.jar", new Archive().bytes()).verdict()).isEqualTo(Verdict.NO_WAY);
        assertThat(report("manifest.jar", new Archive().manifest().bytes()).verdict())
                .isEqualTo(Verdict.NO_WAY);
        Report nothing = report("nothing.jar", new byte[0]);
        assertThat(nothing.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(unread(nothing)).contains("nothing.jar: is an empty file");
    }

    @Test
    void what_is_no_archive_is_told() throws IOException {
        assertThat(unread(report("text.jar", "not a zip file at all".getBytes(UTF_8))))
                .contains("is no zip file");
        assertThat(unread(report("tool", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0})))
                .contains("is a native program");
    }

    /** Wherever it is cut off, as by a download that broke. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.97})
    void a_truncated_archive_is_told(double kept) throws IOException {
        byte[] whole = attributed().bytes();
        byte[] cut = Arrays.copyOf(whole, (int) (whole.length * kept));

        Report outer = report("cut.jar", cut);
        assertThat(outer.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(unread(outer))
                .contains("cut.jar: is no zip file, or one that is cut off")
                .contains("copy or build it");
        Report inner = report(
                "boot.jar", new Archive().file("BOOT-INF/lib/cut.jar", cut).bytes());
        assertThat(inner.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(unread(inner)).contains("boot.jar!/BOOT-INF/lib/cut.jar: can't be read");
    }

    @Test
    void a_class_file_that_is_broken_leaves_the_others_readable() throws IOException {
        Report report = report(
                "app.jar",
                attributed()
                        .file("com/contoso/Broken.class", "CAFE".getBytes(UTF_8))
                        .bytes());

        assertThat(report.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(unread(report)).contains("com/contoso/Broken.class: can't be read: it is no class file");
        assertThat(report.diagnosis().trackingId()).hasToString("pid-" + GUID);
    }

    private static byte[] zip(String name, int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED); // to make the bomb would take longer than to look at it
            write(zip, name, megabytes);
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, int megabytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        byte[] zeros = new byte[MEGABYTE];
        for (int i = 0; i < megabytes; i++) {
            zip.write(zeros);
        }
    }

    /** A jar in a jar that unpacks to more than is looked at, a class that large, and a text. */
    @Test
    void a_zip_bomb_is_left_alone() throws IOException {
        byte[] bomb = zip("inner.jar", 320);

        Report nested =
                report("bomb.jar", new Archive().file("lib/bomb.jar", bomb).bytes());
        assertThat(nested.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(unread(nested))
                .contains("bomb.jar!/lib/bomb.jar!/inner.jar: unpacks to more than 256 MiB", "zip bomb");
        assertThat(report(
                                "beside.jar",
                                new Archive()
                                        .file("lib/zeros.jar", zip("zeros.bin", 320))
                                        .bytes())
                        .verdict())
                .isEqualTo(Verdict.NO_WAY);
        assertThat(unread(report("class.jar", zip("com/contoso/Huge.class", 320))))
                .contains("Huge.class: can't be read: it is larger than any class file");
        assertThat(report("text.jar", zip("huge.json", 320)).verdict()).isEqualTo(Verdict.NO_WAY);
        assertThat(report("data.jar", zip("huge.bin", 320)).verdict()).isEqualTo(Verdict.NO_WAY);
    }

    /** As Spring Boot makes jars that can be executed, and as anybody may hide one. */
    @Test
    void a_nested_archive_is_read_whatever_stands_before_it() throws IOException {
        byte[] executable = join(
                "#!/bin/sh\nexec java -jar $0\n".getBytes(UTF_8), azureSdk().bytes());

        Report report = report(
                "fat.jar",
                new Archive().file("BOOT-INF/lib/sdk.jar", executable).bytes());

        assertThat(report.ways()).isNotEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_ATTRIBUTED);
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    /** Which a reader that has no directory can't know the end of. */
    @Test
    void a_nested_archive_is_read_whose_files_are_stored_with_their_sizes_behind_them() throws IOException {
        Archive outer =
                new Archive().file("lib/sdk.jar", withSizesBehind(stored("com/azure/core/http/HttpPipeline.class")));

        Report report = report("outer.jar", outer.bytes());

        assertThat(unread(report)).isEmpty();
        assertThat(report.diagnosis().classes()).isEqualTo(1);
    }

    private static byte[] stored(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(0);
            entry.setCrc(0);
            zip.putNextEntry(entry);
        }
        return bytes.toByteArray();
    }

    /** The flags of a file stand in the sixth byte of its own header, and in the eighth of its entry in the directory. */
    private static byte[] withSizesBehind(byte[] zip) {
        int directory = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
        zip[6] |= 8;
        zip[directory + 8] |= 8;
        return zip;
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_is_told_rather_than_waited_for() throws Exception {
        Path pipe = folder.resolve("pipe.jar");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        Report alone = Report.of(pipe);
        Report among = Report.of(attributed().writeTo(folder.resolve("app.jar")) + ":" + pipe, null);

        assertThat(unread(alone)).contains("pipe.jar: ", "it is a pipe or a device");
        assertThat(among.verdict()).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void many_bombs_count_together() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 40; i++) {
                write(zip, "com/contoso/C" + i + ".class", 15);
            }
        }

        assertThat(unread(report("many.jar", bytes.toByteArray()))).contains("unpacks to more than 256 MiB");
    }

    /** What an archive says of the size of its files is not believed. */
    @Test
    void a_lie_about_sizes_changes_nothing() throws IOException {
        byte[] bytes = zip("lib/bomb.jar", 1);
        byte[] bomb = new Archive().file("lib/bomb.jar", zip("inner.jar", 320)).bytes();
        byte[] lying = withSize(bomb, 10);

        Report report = report("lying.jar", lying);
        assertThat(report.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(unread(report)).containsAnyOf("zip bomb", "can't be read", "is no zip file");
        assertThat(report("small.jar", withSize(bytes, 2_000_000_000)).verdict())
                .isEqualTo(Verdict.UNREADABLE);
    }

    /** The same archive with another uncompressed size in its directory. */
    private static byte[] withSize(byte[] zip, int size) {
        byte[] lying = zip.clone();
        ByteBuffer buffer = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
        int directory = buffer.getInt(lying.length - 6);
        buffer.putInt(directory + 24, size);
        return lying;
    }

    @Test
    void archives_within_archives_end_somewhere() throws IOException {
        Archive archive = azureSdk();
        for (int i = 0; i < 12; i++) {
            archive = new Archive().nested("inner.jar", archive);
        }

        Report report = report("deep.jar", archive.bytes());
        assertThat(report.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(unread(report)).contains("archives within archives, more than 6 deep");
    }

    @Test
    void links_that_go_in_a_circle_are_followed_once() throws IOException {
        Path app = Files.createDirectories(folder.resolve("app/lib"));
        attributed().writeTo(app.resolve("app.jar"));
        Files.createSymbolicLink(app.resolve("again"), folder.resolve("app"));
        Files.createSymbolicLink(app.resolve("twice.jar"), app.resolve("app.jar"));
        Files.createSymbolicLink(app.resolve("nowhere.jar"), app.resolve("missing.jar"));

        Report report = Report.of(folder.resolve("app"));
        assertThat(report.diagnosis().archives()).isEqualTo(2);
        assertThat(unread(report)).doesNotContain("again");
    }

    @Test
    void the_same_jar_twice_is_no_second_configuration() throws IOException {
        byte[] jar = attributed().bytes();
        Files.write(folder.resolve("one.jar"), jar);
        Files.write(folder.resolve("two.jar"), jar);

        assertThat(Report.of(folder).verdict()).isEqualTo(Verdict.ATTRIBUTED);
    }

    @Test
    void signatures_versions_for_newer_javas_and_names_in_any_script_are_read_past() throws IOException {
        Archive archive = attributed()
                .file("META-INF/CONTOSO.SF", "Signature-Version: 1.0\n")
                .file("META-INF/CONTOSO.RSA", new byte[] {1, 2, 3})
                .file("BOOT-INF/lib/größe-東京-🚀.jar", azureSdk().bytes());
        for (var file : Archive.compiled("package com.contoso; class New { String id = \"pid-" + OTHER_GUID + "\"; }")
                .entrySet()) {
            archive.file("META-INF/versions/21/" + file.getKey(), file.getValue());
        }

        Report report = report("ünïcode-東京.jar", archive.bytes());
        assertThat(unread(report)).isEmpty();
        assertThat(report.conflicts()).containsExactly("it names another tracking ID, pid-" + OTHER_GUID);
        assertThat(report.text()).contains("ünïcode-東京.jar", "größe-東京-🚀.jar");
    }

    /** As old tools wrote them: bytes that are no UTF-8. */
    @Test
    void names_in_an_old_encoding_are_read_past() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, java.nio.charset.Charset.forName("IBM437"))) {
            zip.putNextEntry(new ZipEntry("größe.properties"));
            zip.write("url=https://management.azure.com".getBytes(UTF_8));
        }

        assertThat(unread(report("old.jar", bytes.toByteArray()))).isEmpty();
        assertThat(unread(report(
                        "outer.jar",
                        new Archive().file("lib/old.jar", bytes.toByteArray()).bytes())))
                .isEmpty();
    }

    @Test
    void names_that_would_move_the_cursor_are_shown_as_text() throws IOException {
        Report report = report(
                "app.jar",
                azureSdk().nested("lib/\u001b[2J\u202egnp.jar", azureSdk()).bytes());

        assertThat(report.text()).doesNotContain("\u001b", "\u202e").contains("\\u001b[2J\\u202egnp.jar");
    }

    @Test
    void each_of_two_thousand_jars_is_read() throws IOException {
        byte[] jar = new Archive().classes("", classes(2)).bytes();
        Path lib = Files.createDirectories(folder.resolve("lib"));
        for (int i = 0; i < 2_000; i++) {
            try (OutputStream out = Files.newOutputStream(lib.resolve("library-" + i + ".jar"))) {
                out.write(jar);
            }
        }
        attributed().writeTo(folder.resolve("tool.jar"));

        Report report = Report.of(folder);

        assertThat(report.verdict()).isEqualTo(Verdict.ATTRIBUTED);
        assertThat(report.diagnosis().archives()).isEqualTo(2_002);
        assertThat(report.diagnosis().classes()).isGreaterThan(4_000);
    }

    private static String[] classes(int number) {
        String[] sources = new String[number];
        for (int i = 0; i < number; i++) {
            sources[i] =
                    """
                    package com.example.library;
                    public class C%d {
                        private final java.util.Map<String, String> values = new java.util.HashMap<>();
                        public String get(String key) {
                            return values.computeIfAbsent(key, any -> "a value that is so long as texts often are " + any);
                        }
                    }
                    """
                            .formatted(i);
        }
        return sources;
    }

    /** Its static initialisers would throw. */
    @Test
    void nothing_of_the_application_is_run() throws IOException {
        assertThat(annotated("Tool", GUID)).allMatch(source -> source.contains("this class is to be read, not run"));
        assertThat(report("app.jar", attributed().bytes()).verdict()).isEqualTo(Verdict.ATTRIBUTED);
    }
}
