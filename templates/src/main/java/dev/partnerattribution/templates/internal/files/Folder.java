package dev.partnerattribution.templates;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files below a folder that may be templates or packages of them. Links to folders are not followed. */
final class Folder extends SimpleFileVisitor<Path> {
    private static final List<String> EXTENSIONS = List.of(".json", ".jsonc", ".bicep", ".zip");

    private final Path root;
    private final List<Path> files = new ArrayList<>();

    private Folder(Path root) {
        this.root = root;
    }

    /** By path. */
    static List<Path> files(Path folder) throws IOException {
        Folder visitor = new Folder(folder);
        Files.walkFileTree(folder, visitor);
        visitor.files.sort(null);
        return visitor.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = String.valueOf(folder.getFileName());
        boolean skipped = name.startsWith(".") || name.equals("node_modules");
        return skipped && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (Files.isRegularFile(file) && EXTENSIONS.stream().anyMatch(name::endsWith)) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }
}
