package dev.partnerattribution.wire.http;

import dev.partnerattribution.wire.Libraries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Programs packed as their users get them, with their libraries inside. */
final class Packed {
    private static final String BOOT = "3.5.7";

    private final ZipOutputStream zip;

    private Packed(ZipOutputStream zip) {
        this.zip = zip;
    }

    private interface Content {
        void addTo(Packed packed) throws IOException;
    }

    /** An executable jar as Spring Boot's build plugins make it, with their launcher. */
    static Path springBoot(Path file, String mainClass, Path classes, List<Path> libraries) {
        return written(file, packed -> {
            packed.add(
                    "META-INF/MANIFEST.MF",
                    ("Manifest-Version: 1.0\nMain-Class: org.springframework.boot.loader.launch.JarLauncher\nStart-Class: "
                                    + mainClass
                                    + "\nSpring-Boot-Classes: BOOT-INF/classes/\nSpring-Boot-Lib: BOOT-INF/lib/\n")
                            .getBytes(StandardCharsets.UTF_8));
            packed.addLauncher();
            packed.addTree("BOOT-INF/classes/", classes);
            packed.addLibraries("BOOT-INF/lib/", libraries);
        });
    }

    /** A web application, as far as somebody sees who only reads it. */
    static Path war(Path file, Path classes, List<Path> libraries) {
        return written(file, packed -> {
            packed.addTree("WEB-INF/classes/", classes);
            packed.addLibraries("WEB-INF/lib/", libraries);
        });
    }

    private static Path written(Path file, Content content) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            content.addTo(new Packed(zip));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void add(String path, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
    }

    /** The launcher looks for nothing in a folder that is not there itself. */
    private void addTree(String folder, Path classes) throws IOException {
        zip.putNextEntry(new ZipEntry(folder));
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                add(folder + classes.relativize(file), Files.readAllBytes(file));
            }
        }
    }

    /** The launcher reads them where they lie, so they are not compressed. */
    private void addLibraries(String folder, List<Path> libraries) throws IOException {
        zip.putNextEntry(new ZipEntry(folder));
        for (Path library : libraries) {
            byte[] content = Files.readAllBytes(library);
            CRC32 sum = new CRC32();
            sum.update(content);
            ZipEntry entry = new ZipEntry(folder + library.getFileName());
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
    }

    private void addLauncher() throws IOException {
        Path tools = Libraries.of("org.springframework.boot:spring-boot-loader-tools:" + BOOT).stream()
                .filter(library -> library.getFileName().toString().startsWith("spring-boot-loader-tools"))
                .findFirst()
                .orElseThrow();
        try (ZipFile jar = new ZipFile(tools.toFile());
                InputStream in = jar.getInputStream(jar.getEntry("META-INF/loader/spring-boot-loader.jar"));
                ZipInputStream launcher = new ZipInputStream(new ByteArrayInputStream(in.readAllBytes()))) {
            for (ZipEntry entry = launcher.getNextEntry(); entry != null; entry = launcher.getNextEntry()) {
                if (entry.getName().startsWith("org/") && !entry.isDirectory()) {
                    add(entry.getName(), launcher.readAllBytes());
                }
            }
        }
    }
}
