package dev.partnerattribution.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerattribution.cli.terminal.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a page as a whole: who opens it meanwhile sees the old one or the new one, and a fault leaves the old one. */
final class PageFile {
    private PageFile() {}

    /** @throws Failure if it can't be written */
    static void write(Path file, String page) {
        try {
            boolean isDevice = Files.exists(file) && !Files.isRegularFile(file);
            if (isDevice) {
                Files.writeString(file, page, UTF_8);
            } else {
                replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), page);
            }
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw Failure.ofFile(
                    file + ": it can't be written there; name a folder that exists and that you may write to");
        } catch (IOException e) {
            throw Failure.ofFile(file + ": it can't be written: " + e.getMessage());
        }
    }

    private static void replace(Path target, String page) throws IOException {
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        Path written = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(written, page, UTF_8);
            move(written, target);
        } finally {
            Files.deleteIfExists(written);
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
