package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.partnerattribution.testkit.JavaProgram;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** The command as a user or a CI job meets it: what it prints and how it ends. */
class DoctorTest {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    private Path jar(String name, String... entries) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.endsWith(".class") ? type(entry.replace(".class", "")) : new byte[0]);
            }
        }
        return jar;
    }

    private static byte[] type(String name) {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        type.visitEnd();
        return type.toByteArray();
    }

    private String azure() throws IOException {
        return jar(
                        "azure.jar",
                        "com/azure/core/http/HttpPipeline.class",
                        "com/azure/resourcemanager/AzureResourceManager.class")
                .toString();
    }

    @Test
    void the_exit_code_says_whether_all_is_covered() throws IOException {
        assertThat(Run.of("doctor", "--agent-options", "guid=" + GUID, azure()).exitCode())
                .isZero();
        assertThat(Run.of("doctor", "--with-agent", azure()).exitCode()).isEqualTo(1);
        assertThat(Run.of("doctor", azure()).exitCode()).isEqualTo(1);
        assertThat(Run.of("doctor", jar("empty.jar").toString()).exitCode()).isEqualTo(1);
    }

    /** The jar that starts it names only its own libraries; the application lies in folders beside it. */
    @Test
    void a_quarkus_application_is_found_by_the_jar_that_starts_it() throws IOException {
        Files.createDirectories(folder.resolve("lib/main"));
        Files.move(Path.of(azure()), folder.resolve("lib/main/azure.jar"));
        Path launcher = folder.resolve("quarkus-run.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        new JarOutputStream(Files.newOutputStream(launcher), manifest).close();

        assertThat(Run.of("doctor", launcher.toString()).out()).contains("Azure SDK for Java", "main/azure.jar");
    }

    /** A JVM looks for none there either, whatever else lies in the folder. */
    @Test
    void an_archive_in_a_folder_of_a_class_path_is_no_part_of_the_application() throws IOException {
        azure();
        Run ofClassPath = Run.of("doctor", folder + File.pathSeparator + jar("empty.jar"));

        assertThat(Run.of("doctor", folder.toString()).out()).contains("Azure SDK for Java");
        assertThat(ofClassPath.out()).startsWith("class path of 2 entries").doesNotContain("Azure SDK for Java");
    }

    @Test
    void a_file_of_properties_that_is_none_hides_nothing_else() throws IOException {
        azure();
        Path pom = folder.resolve("META-INF/maven/g/a/pom.properties");
        Files.createDirectories(pom.getParent());
        Files.writeString(pom, "m2e.projectLocation=C\\:\\x\\users\n");
        Run doctor = Run.of("doctor", folder.toString());

        assertThat(doctor.err()).isEmpty();
        assertThat(doctor.out()).contains("Azure SDK for Java", "pom.properties: can't be read: Malformed");
    }

    @Test
    void what_cannot_be_read_ends_with_3() throws IOException {
        Run missing = Run.of("doctor", folder.resolve("missing.jar").toString());
        Path broken = Files.writeString(folder.resolve("broken.jar"), "PK");

        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err()).contains("missing.jar: there is no such file, folder or process");
        Run nothing = Run.of("doctor", broken.toString());
        assertThat(nothing.exitCode()).isEqualTo(3);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).contains("broken.jar: is no zip file, or one that is cut off");
        assertThat(Run.of("doctor", azure() + java.io.File.pathSeparator + folder.resolve("missing.jar"))
                        .out())
                .startsWith("class path of 2 entries")
                .contains("NOT SURE", "missing.jar: there is no such file or folder");
        assertThat(Run.of("doctor", "999999999").exitCode()).isEqualTo(3);
    }

    @Test
    void without_an_application_the_usage_is_wrong() {
        assertThat(Run.of("doctor").exitCode()).isEqualTo(2);
        assertThat(Run.of("doctor", Long.toString(ProcessHandle.current().pid()), "--with-agent")
                        .exitCode())
                .isIn(2, 3);
    }

    @Test
    void json_has_the_documented_fields() throws IOException {
        Run run = Run.of("doctor", "--json", azure());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(fields(run.out()))
                .containsAll(List.of("application", "kind", "verdict", "trackingId", "attribution", "runtimeJar"))
                .containsAll(List.of("runtimeJarFound", "agent", "archives", "classes", "ways", "findings", "unread"));
        String page = Files.readString(Path.of("..", "docs", "doctor.md"));
        assertThat(fields(run.out())).allSatisfy(field -> assertThat(page).contains("`" + field + "`"));
    }

    private static Set<String> fields(String json) throws IOException {
        Set<String> fields = new TreeSet<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    fields.add(parser.currentName());
                }
            }
        }
        return fields;
    }

    /** Its class path, properties and environment are asked for where it runs. */
    @Test
    void a_running_jvm_shows_what_it_was_started_with() throws IOException {
        assertThat(live(Map.of(), "-Dpartner.attribution.guid=" + GUID).out())
                .contains("tracking ID  pid-" + GUID + " from system property partner.attribution.guid");
        assertThat(live(Map.of("PARTNER_ATTRIBUTION_GUID", GUID)).out())
                .contains("tracking ID  pid-" + GUID + " from environment variable PARTNER_ATTRIBUTION_GUID")
                .contains("Azure SDK for Java", "agent        is not there")
                .contains("java -jar partner-attribution-agent.jar attach ");
        assertThat(live(Map.of("PARTNER_ATTRIBUTION_OPT_OUT", "true"), "-Dpartner.attribution.guid=" + GUID)
                        .out())
                .contains("off: opted out by environment variable PARTNER_ATTRIBUTION_OPT_OUT");
    }

    private Run live(Map<String, String> environment, String... jvmArguments) throws IOException {
        Path source = Files.writeString(
                folder.resolve("Sleeper.java"),
                """
                public class Sleeper {
                    public static void main(String[] args) throws Exception {
                        System.out.println("up");
                        System.in.read();
                    }
                }
                """);
        javax.tools.ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
        List<String> command = new java.util.ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(jvmArguments));
        command.addAll(List.of("-cp", folder + java.io.File.pathSeparator + azure(), "Sleeper"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("up");
            return Run.of("doctor", Long.toString(process.pid()));
        } finally {
            process.destroyForcibly();
        }
    }

    /** As where a library is missing: 1 would say that something was found. */
    @Test
    void a_fault_of_ours_that_is_no_exception_ends_with_its_own_code() throws Exception {
        Path jar = Path.of(JavaProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String withoutAsm = JavaProgram.currentClassPath().stream()
                .map(Path::toString)
                .filter(entry -> !entry.contains("asm"))
                .collect(Collectors.joining(File.pathSeparator));
        Path err = folder.resolve("err");

        int exitCode = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        withoutAsm,
                        "dev.partnerattribution.cli.Main",
                        "doctor",
                        jar.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start()
                .waitFor();

        assertThat(exitCode).isEqualTo(5);
        assertThat(Files.readString(err)).startsWith("partner-attribution: unexpected fault; please report this:");
    }
}
