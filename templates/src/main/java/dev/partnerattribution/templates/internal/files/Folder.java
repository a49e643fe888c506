package dev.partnerattribution.templates.internal.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files below a folder whose names are as they should be. A link to the folder itself is followed, others are not. */
public final class Folder extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Path root;
    private final Predicate<String> isInput;
    private final List<Found> files = new ArrayList<>();

    /**
     * A file, or a folder that can't be looked into.
     *
     * @param fault why it can't be read; empty if nothing is known of that
     */
    public record Found(Path path, String fault) {}

    private Folder(Path folder, Path root, Predicate<String> isInput) {
        this.folder = folder;
        this.root = root;
        this.isInput = isInput;
    }

    /** Returns them by path. */
    public static List<Found> files(Path folder, Predicate<String> isInput) {
        try {
            Folder visitor = new Folder(folder, folder.toRealPath(), isInput);
            Files.walkFileTree(visitor.root, visitor);
            visitor.files.sort(Comparator.comparing(Found::path));
            return visitor.files;
        } catch (IOException e) {
            return List.of(new Found(folder, reason(e)));
        }
    }

    /** Returns what is wrong with a file, in words. */
    public static String reason(IOException fault) {
        return fault instanceof AccessDeniedException
                ? "access to it is denied"
                : "it can't be read (" + fault.getClass().getSimpleName() + ")";
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
        String name = String.valueOf(visited.getFileName());
        boolean skipped = name.startsWith(".") || name.equals("node_modules");
        return skipped && !visited.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (isInput.test(name) && Files.isRegularFile(file)) {
            files.add(new Found(shown(file), ""));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
        files.add(new Found(shown(file), reason(fault)));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) {
        if (fault != null) {
            files.add(new Found(shown(visited), reason(fault)));
        }
        return FileVisitResult.CONTINUE;
    }

    private Path shown(Path file) {
        return folder.resolve(root.relativize(file));
    }
}
