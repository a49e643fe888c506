package dev.partnerattribution.wire.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Directories with all that is in them. */
final class Tree {
    private Tree() {}

    /** Copies a file or a directory; what is there already stays beside it. */
    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.copy(file, file.equals(from) ? to : target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks an archive of somebody we trust. */
    static void unpack(Path archive, Path directory) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path target = directory.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs a directory, with these lines in the manifest. */
    static Path packed(Path directory, Path jar, String... manifest) {
        try {
            Path lines = Files.write(Files.createTempFile(jar.getParent(), "manifest", ""), List.of(manifest));
            StringWriter said = new StringWriter();
            PrintWriter out = new PrintWriter(said);
            int code = ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(out, out, "-cfm", jar.toString(), lines.toString(), "-C", directory.toString(), ".");
            if (code != 0) {
                throw new IllegalStateException(jar + " can't be packed: " + said);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
