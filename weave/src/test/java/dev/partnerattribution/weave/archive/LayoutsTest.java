package dev.partnerattribution.weave.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.weave.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of program: where its classes are looked for, and where what they need is put. */
class LayoutsTest {
    private static final String RUNTIME = Weaver.PACKAGE + "engine/Bridge.class";
    private static final String MANIFEST = "Manifest-Version: 1.0\n";

    @TempDir
    Path folder;

    private static boolean has(Path file, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(entry) != null;
        }
    }

    private static int method(Path file, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(entry).getMethod();
        }
    }

    private static boolean isMarked(Path file, String entry) throws IOException {
        return MarkingWeaver.isMarked(Jars.entry(file, entry));
    }

    private Path nested(Path file, String entry) throws IOException {
        return Files.write(folder.resolve("nested.jar"), Jars.entry(file, entry));
    }

    private Path woven(Path original) throws WeaveException {
        Path woven = folder.resolve("woven.jar");
        Weave.of(original).to(woven);
        return woven;
    }

    private static Jars boot(String layers) throws IOException {
        return new Jars()
                .text(
                        "META-INF/MANIFEST.MF",
                        MANIFEST + "Main-Class: org.springframework.boot.loader.launch.JarLauncher\n\n")
                .type("", "org/springframework/boot/loader/LoaderClient")
                .type("BOOT-INF/classes/", "app/OwnClient")
                .stored("BOOT-INF/lib/plain.jar", new Jars().type("", "p/Plain").bytes())
                .stored(
                        "BOOT-INF/lib/http.jar",
                        new Jars().type("", "h/HttpClient").bytes())
                .text("BOOT-INF/layers.idx", layers);
    }

    @Test
    void of_a_spring_boot_jar_libraries_stay_stored_and_the_loader_stays_as_it_is() throws Exception {
        Path original = boot("- \"application\":\n  - \"BOOT-INF/classes/\"\n").at(folder.resolve("boot.jar"));
        Path woven = woven(original);

        assertThat(method(woven, "BOOT-INF/lib/http.jar")).isEqualTo(ZipEntry.STORED);
        assertThat(isMarked(woven, "BOOT-INF/classes/app/OwnClient.class")).isTrue();
        assertThat(isMarked(woven, "org/springframework/boot/loader/LoaderClient.class"))
                .isFalse();
        assertThat(has(woven, "BOOT-INF/classes/" + RUNTIME)).isTrue();
        assertThat(has(woven, RUNTIME)).isFalse();
        assertThat(Jars.entry(woven, "BOOT-INF/lib/plain.jar"))
                .isEqualTo(Jars.entry(original, "BOOT-INF/lib/plain.jar"));
        assertThat(Jars.entry(woven, "BOOT-INF/layers.idx")).isEqualTo(Jars.entry(original, "BOOT-INF/layers.idx"));
        Path library = nested(woven, "BOOT-INF/lib/http.jar");
        assertThat(isMarked(library, "h/HttpClient.class")).isTrue();
        assertThat(has(library, "h/HttpClientHelper.class")).isTrue();
        assertThat(has(library, RUNTIME)).isFalse();
    }

    /** Spring Boot refuses to take an archive apart that holds what no layer has. */
    @Test
    void what_is_added_is_in_a_layer() throws Exception {
        String layers = "- \"ours\":\n  - \"BOOT-INF/classes/app/\"\n- \"last\":\n  - \"META-INF/\"\n";
        Path woven = woven(boot(layers).at(folder.resolve("boot.jar")));

        assertThat(new String(Jars.entry(woven, "BOOT-INF/layers.idx"), UTF_8))
                .isEqualTo(layers + "  - \"BOOT-INF/classes/" + Weaver.PACKAGE + "\"\n");
    }

    @Test
    void of_a_war_what_the_container_gives_to_the_application_is_woven() throws Exception {
        Path woven = woven(new Jars()
                .text("index.jsp", "hello")
                .type("WEB-INF/classes/", "app/OwnClient")
                .deflated(
                        "WEB-INF/lib/http.jar",
                        new Jars().type("", "h/HttpClient").bytes())
                .at(folder.resolve("app.war")));

        assertThat(method(woven, "WEB-INF/lib/http.jar")).isEqualTo(ZipEntry.DEFLATED);
        assertThat(isMarked(woven, "WEB-INF/classes/app/OwnClient.class")).isTrue();
        assertThat(has(woven, "WEB-INF/classes/" + RUNTIME)).isTrue();
        assertThat(isMarked(nested(woven, "WEB-INF/lib/http.jar"), "h/HttpClient.class"))
                .isTrue();
    }

    @Test
    void each_version_of_a_class_is_woven_where_java_chooses_one() throws Exception {
        Path woven = woven(new Jars()
                .text("META-INF/MANIFEST.MF", MANIFEST + "Multi-Release: true\n\n")
                .type("", "a/Client")
                .type("META-INF/versions/9/", "a/Client")
                .type("META-INF/versions/21/", "a/NewClient")
                .at(folder.resolve("a.jar")));

        assertThat(isMarked(woven, "a/Client.class")).isTrue();
        assertThat(isMarked(woven, "META-INF/versions/9/a/Client.class")).isTrue();
        assertThat(has(woven, "META-INF/versions/21/a/NewClientHelper.class")).isTrue();
    }

    @Test
    void without_multi_release_the_versions_are_what_nobody_loads() throws Exception {
        Path woven = woven(new Jars()
                .type("", "a/Client")
                .type("META-INF/versions/9/", "a/Client")
                .at(folder.resolve("a.jar")));

        assertThat(isMarked(woven, "META-INF/versions/9/a/Client.class")).isFalse();
    }

    @Test
    void a_folder_becomes_a_folder_with_everything_that_was_in_it() throws Exception {
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("a/empty"));
        Files.write(classes.resolve("a/Client.class"), Jars.type("a/Client"));
        Files.writeString(classes.resolve("a/b.txt"), "text");
        Path woven = folder.resolve("woven");
        Weave.of(classes).to(woven);

        assertThat(MarkingWeaver.isMarked(Files.readAllBytes(woven.resolve("a/Client.class"))))
                .isTrue();
        assertThat(woven.resolve(RUNTIME)).exists();
        assertThat(woven.resolve("a/b.txt")).hasContent("text");
        assertThat(woven.resolve("a/empty")).isDirectory();
        assertThat(MarkingWeaver.isMarked(Files.readAllBytes(classes.resolve("a/Client.class"))))
                .isFalse();
    }

    @Test
    void a_class_path_becomes_a_folder_in_which_manifests_that_name_others_are_true() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home/lib")).getParent();
        Path other = Files.createDirectories(folder.resolve("other"));
        Path app = new Jars()
                .text("META-INF/MANIFEST.MF", MANIFEST + "Class-Path: lib/http.jar\n\n")
                .type("", "app/Main")
                .at(home.resolve("app.jar"));
        Path http = new Jars().type("", "h/HttpClient").at(home.resolve("lib/http.jar"));
        Path same = new Jars().type("", "s/Same").at(other.resolve("app.jar"));
        Path woven = folder.resolve("woven");
        Weave.Result result = Weave.of(app, http, same).to(woven);

        assertThat(has(woven.resolve("app.jar"), RUNTIME)).isTrue();
        assertThat(isMarked(woven.resolve("lib/http.jar"), "h/HttpClient.class"))
                .isTrue();
        assertThat(woven.resolve("2-app.jar")).hasSameBinaryContentAs(same);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void what_is_left_as_it_is_is_said() throws Exception {
        Path app = new Jars()
                .text("META-INF/MANIFEST.MF", MANIFEST + "Class-Path: lib/http.jar\n\n")
                .type("", "app/Client")
                .stored("inner/agent.jar", new Jars().type("", "i/Client").bytes())
                .at(folder.resolve("app.jar"));

        assertThat(Weave.of(app).to(folder.resolve("woven.jar")).warnings())
                .isEqualTo(List.of(
                        "note: " + app
                                + ": its manifest names further archives, which are woven only if you name them as"
                                + " well: lib/http.jar",
                        "note: " + app + ": archives in it that are no part of its class path are not looked into:"
                                + " inner/agent.jar"));
    }

    @Test
    void nothing_stays_behind_where_temporary_files_are() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = left(temporary);
        woven(boot("").at(folder.resolve("boot.jar")));

        assertThat(left(temporary)).isEqualTo(before);
    }

    private static long left(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("partner-attribution-"))
                    .count();
        }
    }

    /** Build tools write files that can only be read, and editors links that lead nowhere. */
    @Test
    void of_a_folder_files_that_can_only_be_read_and_links_that_lead_nowhere_are_no_trouble() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes/a"));
        Path type = Files.write(classes.resolve("Client.class"), Jars.type("a/Client"));
        Files.setPosixFilePermissions(type, PosixFilePermissions.fromString("r--r--r--"));
        Files.createSymbolicLink(classes.resolve(".#Client.java"), Path.of("nobody@nowhere"));
        Path woven = folder.resolve("woven");

        Weave.of(classes.getParent()).to(woven);

        assertThat(MarkingWeaver.isMarked(Files.readAllBytes(woven.resolve("a/Client.class"))))
                .isTrue();
        assertThat(woven.resolve("a/.#Client.java")).doesNotExist();
    }

    @Test
    void a_folder_may_lie_in_another_of_the_class_path() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("app/classes"));
        Files.write(classes.resolve("Client.class"), Jars.type("Client"));
        Path woven = folder.resolve("woven");

        Weave.of(classes.getParent(), classes).to(woven);

        assertThat(MarkingWeaver.isMarked(Files.readAllBytes(woven.resolve("app/classes/Client.class"))))
                .isTrue();
    }
}
