package dev.partnerattribution.cli.doctor.diagnosing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** An archive that a test puts together, of what it compiles and writes. */
public final class Archive {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Archive file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    Archive file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Archive manifest(String... lines) {
        return file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + String.join("\n", lines) + "\n");
    }

    /** Classes of which only the names matter. */
    Archive named(String... classes) {
        Arrays.stream(classes).forEach(name -> file(name + ".class", empty(name)));
        return this;
    }

    private static byte[] empty(String name) {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        type.visitEnd();
        return type.toByteArray();
    }

    Archive nested(String path, Archive archive) {
        return file(path, archive.bytes());
    }

    Archive pom(String group, String artifact, String version) {
        return file(
                "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
                "groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n");
    }

    /** Compiles these sources, each of which begins with its package, and adds the classes below a folder. */
    Archive classes(String folder, String... sources) {
        compiled(sources).forEach((path, content) -> file(folder + path, content));
        return this;
    }

    /** The class files of these sources, by path. */
    public static Map<String, byte[]> compiled(String... sources) {
        try {
            Path work = Files.createTempDirectory("doctor");
            Path out = Files.createDirectory(work.resolve("out"));
            for (int i = 0; i < sources.length; i++) {
                String name = sources[i].replaceAll("(?s).*?\\b(?:class|interface) (\\w+).*", "$1");
                Path folder = Files.createDirectories(work.resolve(Integer.toString(i)));
                Files.writeString(folder.resolve(name + ".java"), sources[i]);
            }
            compile(work, out);
            Map<String, byte[]> classes = new LinkedHashMap<>();
            for (Path file : files(out)) {
                classes.put(out.relativize(file).toString(), Files.readAllBytes(file));
            }
            delete(work);
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path work, Path out) throws IOException {
        StringWriter errors = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> sources = files(work).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
        boolean compiles = compiler.getTask(
                        errors,
                        null,
                        null,
                        List.of("-proc:none", "-d", out.toString()),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(sources))
                .call();
        if (!compiles) {
            throw new AssertionError(errors);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Path writeTo(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
