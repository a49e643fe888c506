package dev.partnerattribution.cli.doctor.scanning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads one archive and those within it, one file after another: no more than one class or text is held, and an archive within
 * it lies in a temporary file while it is read. Whatever is wrong with it is told as {@link Unread}.
 */
public final class ArchiveScan {
    private static final Set<String> ARCHIVES = Set.of("jar", "war", "ear", "rar", "zip");
    private static final int DEEPEST = 6;

    private final List<Contents> found = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final Budget budget;

    private ArchiveScan(Budget budget) {
        this.budget = budget;
    }

    /** @param name what messages call the file */
    static Scanned of(Path file, String name, boolean own) {
        ArchiveScan scan = new ArchiveScan(new Budget(file.toFile().length()));
        try {
            scan.scan(file, name, own);
        } catch (Budget.Exhausted e) {
            scan.unread.add(e.at(name).toUnread());
        } catch (IOException e) {
            scan.unread.add(new Unread(name, FileFault.of(file, e)));
        }
        return new Scanned(scan.found, scan.unread);
    }

    public static boolean isArchive(String path) {
        return ARCHIVES.contains(Names.extension(path));
    }

    private void scan(Path file, String name, boolean own) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is a pipe or a device, which may never end; name a file or a folder");
        }
        scan(file, name, own, 0);
    }

    private void scan(Path file, String name, boolean own, int depth) throws IOException {
        try (ZipFile zip = open(file)) {
            Contents contents = begin(name, own);
            FileNotes notes = new FileNotes(contents, libraries(zip, own));
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && isRead(notes, entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        scan(in, entry.getName(), contents, notes, depth + 1);
                    } catch (ZipException malformed) {
                        String where = name + "!/" + entry.getName();
                        unread.add(new Unread(where, "can't be read: " + malformed.getMessage()));
                    }
                }
            }
        }
    }

    private LibraryClasses libraries(ZipFile zip, boolean own) {
        Set<String> folders = zip.stream()
                .map(ZipEntry::getName)
                .flatMap(name -> Stream.ofNullable(Names.ofEntry(name)))
                .map(LibraryClasses::folder)
                .collect(Collectors.toSet());
        return LibraryClasses.of(own, folders, own ? manifest(zip) : new Attributes());
    }

    /** Empty where it can't be read, which is told where its turn comes. */
    private Attributes manifest(ZipFile zip) {
        ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
        if (entry == null) {
            return new Attributes();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = budget.read(in, FileNotes.LONGEST_TEXT);
            return bytes == null ? new Attributes() : new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
        } catch (IOException malformed) {
            return new Attributes();
        }
    }

    /** Names are UTF-8, but for those that old tools wrote: in another encoding at least what is ASCII stays readable. */
    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        }
    }

    private Contents begin(String name, boolean own) {
        Contents contents = new Contents(name, own);
        found.add(contents);
        return contents;
    }

    private static boolean isRead(FileNotes notes, String path) {
        notes.notePath(path);
        return isArchive(path) || notes.longest(path) > 0;
    }

    /** What is wrong with one file is no reason to leave out the others. */
    private void scan(InputStream in, String path, Contents contents, FileNotes notes, int depth)
            throws Budget.Exhausted {
        String where = contents.name + "!/" + path;
        try {
            if (isArchive(path)) {
                scanNested(in, where, isOwn(path, contents), depth);
            } else {
                scanFile(in, path, notes);
            }
        } catch (Budget.Exhausted e) {
            throw e.at(where);
        } catch (IOException | IllegalArgumentException e) {
            unread.add(new Unread(where, "can't be read: " + e.getMessage()));
        }
    }

    private void scanFile(InputStream in, String path, FileNotes notes) throws IOException {
        byte[] bytes = budget.read(in, notes.longest(path));
        if (bytes != null) {
            notes.note(path, bytes);
        } else if (path.endsWith(".class")) {
            throw new IOException("it is larger than any class file");
        }
    }

    /** A web application in an EAR is the application, what lies in a folder for libraries is not. */
    private static boolean isOwn(String path, Contents outer) {
        boolean module = Names.extension(outer.name).equals("ear") && path.indexOf('/') < 0;
        return outer.own && (Names.extension(path).equals("war") || module);
    }

    /**
     * By way of a file, so that it is read as every archive is, by the directory at its end: what is written before it, and
     * how its entries begin, can't hide anything.
     */
    private void scanNested(InputStream in, String name, boolean own, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("it lies in archives within archives, more than " + DEEPEST + " deep");
        }
        Path copy = Files.createTempFile("partner-attribution-", ".zip");
        try {
            budget.copy(in, copy);
            scan(copy, name, own, depth);
        } catch (ZipException malformed) {
            throw new IOException("it is no zip file, or one that is cut off", malformed);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
