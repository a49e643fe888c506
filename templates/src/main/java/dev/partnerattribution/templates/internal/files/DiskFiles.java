package dev.partnerattribution.templates.internal.files;

import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.model.LocalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files around one on disk. */
public final class DiskFiles implements LocalFiles {
    private final Path file;
    private final DocumentCache cache;

    DiskFiles(Path file, DocumentCache cache) {
        this.file = file;
        this.cache = cache;
    }

    /** Returns those around a file that is looked at by itself. */
    public static LocalFiles around(Path file) {
        return new DiskFiles(file.toAbsolutePath().normalize(), new DocumentCache(name -> null));
    }

    @Override
    public @Nullable Document open(String path) {
        try {
            Path target = file.resolveSibling(path).normalize();
            Document known = cache.get(target);
            if (known != null) {
                return known;
            }
            boolean readable = Files.isRegularFile(target) && Files.size(target) <= Document.MAX_BYTES;
            return readable ? cache.read(target, shown(target)) : null;
        } catch (IOException | InvalidPathException notThere) {
            return null;
        }
    }

    /** As seen from the working directory, if it is below that. */
    private static String shown(Path target) {
        Path here = Path.of("").toAbsolutePath();
        return (target.startsWith(here) ? here.relativize(target) : target).toString();
    }

    @Override
    public @Nullable String property(String name) {
        return cache.property(name);
    }
}
