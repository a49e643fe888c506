package dev.partnerattribution.cli.doctor.scanning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a folder: loose ones are read, archives only listed. Links are followed, but never in a circle. Folders whose
 * name begins with a dot are left out.
 */
final class FolderScan extends SimpleFileVisitor<Path> {
    private static final int MOST = 500_000;

    /** What is held in one of these is no code of the application itself. */
    private static final Set<String> OF_LIBRARIES =
            Set.of("lib", "libs", "lib64", "dependency", "dependencies", "jars", "endorsed", "plugins");

    private final Path folder;
    private final String name;
    private final Contents loose;
    private final List<Path> files = new ArrayList<>();
    private final List<Root> archives = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private int seen;

    private FolderScan(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        this.loose = new Contents(name, true);
    }

    /** What lies loose in the folder; the archives in it are added to a list, by path. */
    static Scanned of(Path folder, String name, List<Root> archives) {
        FolderScan scan = new FolderScan(folder, name);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, scan);
        } catch (IOException e) {
            scan.unread.add(new Unread(name, FileFault.of(folder, e)));
        }
        scan.readAll();
        scan.archives.sort(null);
        archives.addAll(scan.archives);
        return new Scanned(List.of(scan.loose), scan.unread);
    }

    private String shown(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean hidden = String.valueOf(directory.getFileName()).startsWith(".") && !directory.equals(folder);
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (++seen > MOST) {
            unread.add(
                    new Unread(name, "has more than " + MOST + " files; the rest was not read: name the application"));
            return FileVisitResult.TERMINATE;
        }
        String path = shown(file);
        if (!attributes.isRegularFile()) {
            return FileVisitResult.CONTINUE;
        }
        if (ArchiveScan.isArchive(path)) {
            archives.add(new Root(file, name + "/" + path, isOwn(file)));
        } else {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean isOwn(Path archive) {
        for (Path part : folder.toAbsolutePath().relativize(archive.toAbsolutePath())) {
            if (OF_LIBRARIES.contains(part.toString())) {
                return false;
            }
        }
        return !OF_LIBRARIES.contains(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
    }

    /** Once all are known: whether several libraries were unpacked here is seen by their folders. */
    private void readAll() {
        Set<String> folders = files.stream()
                .map(this::shown)
                .filter(path -> path.endsWith(".class"))
                .map(LibraryClasses::folder)
                .flatMap(FolderScan::packages)
                .collect(Collectors.toSet());
        FileNotes notes = new FileNotes(loose, LibraryClasses.of(true, folders, new Attributes()));
        files.forEach(file -> read(file, shown(file), notes));
    }

    /** Each folder that a package could begin with, where nothing says at which it does. */
    private static Stream<String> packages(String folder) {
        return Stream.iterate(folder, rest -> !rest.isEmpty(), rest -> rest.substring(rest.indexOf('/') + 1));
    }

    private void read(Path file, String path, FileNotes notes) {
        int longest = path.endsWith(".class") ? FileNotes.LONGEST_CLASS : notes.longest(withoutFolders(path));
        if (longest == 0) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new Budget(0).read(in, longest);
            if (bytes != null) {
                notes.noteLoose(path, bytes);
            }
        } catch (IOException e) {
            unread.add(new Unread(name + "/" + path, FileFault.of(file, e)));
        } catch (IllegalArgumentException e) {
            unread.add(new Unread(name + "/" + path, "can't be read: " + e.getMessage()));
        }
    }

    private static String withoutFolders(String path) {
        int metaInf = path.lastIndexOf("META-INF/");
        return metaInf < 0 ? path : path.substring(metaInf);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        if (!(e instanceof FileSystemLoopException)) {
            unread.add(new Unread(name + "/" + shown(file), FileFault.of(file, e)));
        }
        return FileVisitResult.CONTINUE;
    }
}
