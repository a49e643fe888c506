package dev.partnerattribution.weave.archive;

import dev.partnerattribution.weave.zip.FileSlice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder, whose files are its entries. Links count as what they lead to; those that lead nowhere are left out. */
final class FolderContainer implements Container {
    private final Path folder;
    private final Set<String> names = new TreeSet<>();

    FolderContainer(Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(Files::isRegularFile).map(this::name).forEach(names::add);
        } catch (UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    /** Such as a folder that may not be read, or a link to one around it. */
    private static IOException unreadable(UncheckedIOException e) {
        IOException cause = Objects.requireNonNull(e.getCause());
        if (cause instanceof FileSystemLoopException loop) {
            return new IOException(loop.getFile() + " is a link to a folder that it lies in: take it out", e);
        }
        return cause;
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    @Override
    public List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public boolean has(String entry) {
        return names.contains(entry);
    }

    @Override
    public byte[] content(String entry) throws IOException {
        return Files.readAllBytes(folder.resolve(entry));
    }

    @Override
    public FileSlice nested(String entry, Workspace workspace) throws IOException {
        return workspace.read(folder.resolve(entry));
    }

    /** Writes it with these changes into a folder that is not there yet. Folders that hold nothing are made, too. */
    void writeTo(Path target, Changes changes) throws IOException {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path from : (Iterable<Path>) all::iterator) {
                Path to = target.resolve(folder.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else if (Files.isRegularFile(from) && !changes.removed().contains(name(from))) {
                    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (UncheckedIOException e) {
            throw unreadable(e);
        }
        for (Map.Entry<String, byte[]> content : changes.contents().entrySet()) {
            Path to = target.resolve(content.getKey());
            Files.createDirectories(to.getParent());
            Files.deleteIfExists(to); // it may be one that can only be read
            Files.write(to, content.getValue());
        }
        for (Map.Entry<String, Path> nested : changes.nested().entrySet()) {
            Files.copy(nested.getValue(), target.resolve(nested.getKey()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
