package dev.partnerattribution.templates;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * Writes a file as a whole: a reader sees the old one or the new one, and a fault leaves the old one. Links, permissions, owner
 * and group stay as they are.
 */
public final class WholeFile {
    private static final SecureRandom NAMES = new SecureRandom();

    private WholeFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. If it throws, nothing was written. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Makes a file, or replaces the one that is there. What is no file, such as a device or a pipe, is written to.
     *
     * @throws AccessDeniedException if it is a file that must not be written to, though its folder may
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, out -> out.write(bytes));
    }

    /** The same with content that is too large to be held. */
    public static void write(Path file, Content content) throws IOException {
        if (Files.isRegularFile(file)) {
            replace(file, content);
        } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            // A device, or a link to what is not there yet, which is made.
            writeInto(file, content);
        } else {
            writeBeside(file.toAbsolutePath(), content);
        }
    }

    /**
     * Replaces a file.
     *
     * @throws java.nio.file.NoSuchFileException if it is not there
     * @throws AccessDeniedException if it must not be written to, though its folder may
     */
    public static void replace(Path file, byte[] bytes) throws IOException {
        replace(file, out -> out.write(bytes));
    }

    private static void replace(Path file, Content content) throws IOException {
        Path target = file.toRealPath();
        if (!Files.isWritable(target)) {
            // A move would replace it all the same, where only the folder can be written to.
            throw new AccessDeniedException(target.toString(), null, "the file can't be written to");
        }
        writeBeside(target, content);
    }

    /** By a name that nobody knows beforehand, and that must not be there: no link of somebody else's is written through. */
    private static void writeBeside(Path target, Content content) throws IOException {
        Path written =
                target.resolveSibling("." + target.getFileName() + "." + Long.toHexString(NAMES.nextLong()) + ".tmp");
        boolean isThere = Files.exists(target);
        try {
            Files.createFile(written, isThere ? nobodyElse(target) : new FileAttribute<?>[0]);
            writeInto(written, content);
            if (isThere && !keepAttributes(target, written)) {
                writeInto(target, out -> Files.copy(written, out));
                return;
            }
            move(written, target);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void writeInto(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        }
    }

    /** What replaces a file that only its owner may read is not to be read by others before it has the same permissions. */
    private static FileAttribute<?>[] nobodyElse(Path target) {
        boolean isPosix = Files.getFileAttributeView(target, PosixFileAttributeView.class) != null;
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Returns false where the owner or the group can't be kept: then only the content may be replaced. */
    private static boolean keepAttributes(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null) {
            return true;
        }
        PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes made = view.readAttributes();
        try {
            if (!old.owner().equals(made.owner())) {
                view.setOwner(old.owner());
            }
            if (!old.group().equals(made.group())) {
                view.setGroup(old.group());
            }
        } catch (IOException notAllowed) {
            return false;
        }
        view.setPermissions(old.permissions());
        return true;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unknownHere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
