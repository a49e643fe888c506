package dev.partnerattribution.templates.internal.stamping;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Replaces a file as a whole: a reader sees the old one or the new one, and a fault leaves the old one. */
public final class WholeFile {
    private WholeFile() {}

    public static void replace(Path file, byte[] bytes) throws IOException {
        Path target = file.toRealPath();
        if (!Files.isWritable(target)) {
            // A move would replace it all the same, where only the folder can be written to.
            throw new AccessDeniedException(target.toString(), null, "the file can't be written to");
        }
        Path folder = target.getParent();
        Path written = Files.createTempFile(folder, "." + target.getFileName() + ".", ".tmp");
        try {
            Files.write(written, bytes);
            keepPermissions(target, written);
            move(written, target);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unknownHere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
