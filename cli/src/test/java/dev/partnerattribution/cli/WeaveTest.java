package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpPipeline;
import com.azure.resourcemanager.resources.ResourceManager;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Ownership;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.implementation.MethodCall;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeaveTest {
    /** The Azure SDK is signed, each jar by itself. */
    private static final String STRIP = "--strip-signatures";

    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    @TempDir
    Path folder;

    /** A library as it was published. */
    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private final String azure = jarOf(HttpPipeline.class).toString();
    private final String annotations = jarOf(NullMarked.class).toString();

    private String output() {
        return folder.resolve("woven.jar").toString();
    }

    private String jar(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("Manifest-Version: 1.0\n\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file.toString();
    }

    @Test
    void it_says_in_a_line_what_was_woven_and_with_which_id() throws IOException {
        Run run = Run.of("weave", STRIP, azure, "-o", output(), "--guid", GUID);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .matches("\\Q" + output() + "\\E: \\d+ class(es)? woven \\(.*azure-core.*\\); tracking ID pid-" + GUID
                        + "\n");
        try (JarFile jar = new JarFile(output())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.startsWith("dev/partnerattribution/woven/"));
        }
    }

    @Test
    void quietly_it_says_nothing() {
        Run run = Run.of("weave", "-q", STRIP, azure, "-o", output(), "--id-at-run-time");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out() + run.err()).isEmpty();
    }

    @Test
    void of_a_class_path_it_prints_the_new_one() {
        String woven = folder.resolve("woven").toString();
        Run run = Run.of("weave", STRIP, annotations + File.pathSeparator + azure, "-o", woven, "--guid", GUID);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith(woven + ": ");
        assertThat(run.out().lines().skip(1))
                .containsExactly("class path: "
                        + Path.of(woven, jarOf(NullMarked.class).getFileName().toString()) + File.pathSeparator
                        + Path.of(woven, jarOf(HttpPipeline.class).getFileName().toString()));
    }

    @Test
    void check_lists_archives_and_routes_and_writes_nothing() throws IOException {
        Run run = Run.of("weave", "--check", azure);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("archives and folders: 1, classes: ");
        assertThat(run.out().lines())
                .anyMatch(line -> line.matches("\\Q" + azure + "\\E +azure-core +com\\.azure\\.core\\..*"));
        assertThat(run.err()).isEqualTo("note: " + azure + ": it is signed: this takes --strip-signatures\n");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void where_nothing_applies_it_says_so_and_the_copy_is_the_same() {
        Run run = Run.of("weave", annotations, "-o", output(), "--guid", GUID);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(output() + ": copied as it is\n");
        assertThat(run.err()).startsWith("nothing to weave: none of its ");
        assertThat(folder.resolve("woven.jar")).hasSameBinaryContentAs(Path.of(annotations));
    }

    @Test
    void an_id_is_never_missing_by_oversight() throws IOException {
        Run none = Run.of("weave", azure, "-o", output());
        Run both = Run.of("weave", azure, "-o", output(), "--guid", GUID, "--id-at-run-time");

        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err())
                .contains("no tracking ID is given, and the program has no annotation", "--id-at-run-time");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("--id-at-run-time weaves no tracking ID in");
        assertThat(folder.resolve("woven.jar")).doesNotExist();
    }

    @Test
    void the_annotation_is_an_id() throws IOException {
        String annotated = jar("a.jar", "META-INF/services/dev.partnerattribution.AttributionConfiguration");
        Run run = Run.of(
                "weave",
                STRIP,
                annotated + File.pathSeparator + azure,
                "-o",
                folder.resolve("woven").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("the tracking ID is asked for at run time");
    }

    @Test
    void what_can_not_be_woven_ends_with_the_code_of_its_kind() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "no archive");
        String ear = jar("a.ear", "META-INF/application.xml");
        List<Run> runs = List.of(
                Run.of("weave", "-o", output(), "--guid", GUID, ear),
                Run.of("weave", "-o", output(), "--guid", GUID, azure),
                Run.of("weave", "-o", azure, "--guid", GUID, azure),
                Run.of("weave", "-o", output(), "--guid", GUID, text.toString()),
                Run.of(
                        "weave",
                        "-o",
                        output(),
                        "--guid",
                        GUID,
                        folder.resolve("none.jar").toString()),
                Run.of("weave", azure));

        assertThat(runs).extracting(Run::exitCode).containsExactly(1, 1, 2, 3, 3, 2);
        assertThat(runs).extracting(Run::out).containsOnly("");
        assertThat(runs.get(3).err())
                .isEqualTo("partner-attribution: " + text
                        + ": it is no zip file: name a jar, a WAR, or a folder of classes\n");
        assertThat(runs.get(4).err()).contains("there is no such file or folder; check the spelling");
        assertThat(runs.get(5).err()).contains("say -o FILE, or --check");
    }

    @Test
    void a_file_that_is_there_is_replaced_only_by_force() throws IOException {
        Files.writeString(folder.resolve("woven.jar"), "mine");
        Run refused = Run.of("weave", azure, "-o", output(), "--guid", GUID);
        assertThat(folder.resolve("woven.jar")).hasContent("mine");
        Run forced = Run.of("weave", STRIP, azure, "-o", output(), "--guid", GUID, "--force");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--force replaces it");
        assertThat(forced.exitCode()).isZero();
        assertThat(Run.of("weave", output(), "-o", folder.resolve("2.jar").toString(), "--guid", GUID)
                        .out())
                .endsWith("2.jar: was woven before, in the same way: copied\n");
    }

    @Test
    void the_doctor_knows_a_woven_program() {
        String woven = folder.resolve("woven").toString();
        String manager = jarOf(ResourceManager.class).toString();
        Run run = Run.of("weave", STRIP, manager + File.pathSeparator + azure, "-o", woven, "--guid", GUID);
        String classPath = run.out().lines().skip(1).findFirst().orElseThrow().substring("class path: ".length());
        Run doctor = Run.of("doctor", classPath);

        assertThat(Run.of("doctor", manager + File.pathSeparator + azure).exitCode())
                .isEqualTo(1);
        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out())
                .contains("\nATTRIBUTED", "pid-" + GUID + " from woven option tracking-id", "\nwoven        into it\n");
    }

    /** What the manifest names is not woven unless it is named. */
    @Test
    void the_doctor_does_not_count_what_lies_beside_a_woven_program() throws IOException {
        Files.copy(Path.of(azure), folder.resolve("azure.jar"));
        Files.copy(jarOf(ResourceManager.class), folder.resolve("manager.jar"));
        Path tool = folder.resolve("tool.jar");
        try (OutputStream out = Files.newOutputStream(tool);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write("Manifest-Version: 1.0\nClass-Path: azure.jar manager.jar\n\n".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("Opener.class"));
            zip.write(opener());
        }
        Run woven = Run.of("weave", tool.toString(), "-o", output(), "--guid", GUID);
        Run doctor = Run.of("doctor", output());

        assertThat(woven.exitCode()).as(woven.err()).isZero();
        assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(1);
        assertThat(doctor.out()).contains("NOT ATTRIBUTED", "woven        into it");
    }

    /** Of a class that opens a URL. */
    private static byte[] opener() {
        return new ByteBuddy()
                .subclass(Object.class)
                .name("Opener")
                .defineMethod("open", URLConnection.class, Visibility.PUBLIC, Ownership.STATIC)
                .withParameter(URL.class)
                .intercept(MethodCall.invoke(named("openConnection").and(takesNoArguments()))
                        .onArgument(0))
                .make()
                .getBytes();
    }

    @Test
    void of_a_woven_program_check_says_that_it_is_one() {
        Run.of("weave", STRIP, azure, "-o", output(), "--guid", GUID);
        Run check = Run.of("weave", "--check", output());

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out()).endsWith("woven already, in the same way\n");
    }

    @Test
    void a_class_path_of_no_jar_is_told_as_such() throws IOException {
        String none = Files.createDirectory(folder.resolve("lib")) + "/*";
        Run weave = Run.of("weave", none, "-o", output(), "--guid", GUID);
        Run doctor = Run.of("doctor", none);

        assertThat(weave.exitCode()).isEqualTo(3);
        assertThat(weave.err()).contains("there is no jar in it");
        assertThat(doctor.exitCode()).isEqualTo(3);
        assertThat(doctor.err())
                .isEqualTo("partner-attribution: " + none + ": there is no jar in it; check the spelling\n");
    }
}
