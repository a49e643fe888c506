package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.internal.diagnostics.Diagnostics;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The end of a file of lines, which others may write to as well, move, cut or delete, and whose disk may be full for a while.
 * Where it is gone, it is made again. Lines are written whole: of one that the disk took in part the rest follows when it can.
 * Not thread-safe.
 */
final class AppendedFile {
    private final File file;
    private @Nullable FileChannel out;

    /** Tells the file that is open from another of its name; null where the system has nothing of the kind. */
    private @Nullable Object key;

    private long written;

    /** How much of the next line is in the file already. */
    private int begun;

    /** Whether a piece of a line stands at the end, which nothing will complete. */
    private boolean torn;

    /** How long the file was after the last time, and the last whole line in it. */
    private long size;

    private int lastLine;

    AppendedFile(File file) {
        this.file = file;
    }

    /** How many whole lines of ours were written. */
    long lines() {
        return written;
    }

    /**
     * Writes these lines, and takes those away that stand in the file.
     *
     * @throws IOException if that are not all
     */
    void append(AsciiBuffer lines) throws IOException {
        while (lines.length() > 0) {
            try {
                write(lines, open());
            } catch (ClosedByInterruptException e) {
                boolean unused = Thread.interrupted(); // meant for the program's threads; the file is opened again
            }
        }
    }

    private void write(AsciiBuffer lines, FileChannel channel) throws IOException {
        if (torn || (begun > 0 && channel.size() != size)) {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'})); // somebody wrote after it: the piece stays one
            begun = 0;
            torn = false;
        }
        ByteBuffer rest = lines.from(begun);
        try {
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } finally {
            settle(lines, rest.position());
            size = channel.isOpen() ? channel.size() : size;
        }
    }

    /** So much of these lines is in the file. */
    private void settle(AsciiBuffer lines, int end) {
        int start = lines.startOfLine(end);
        if (start > 0) {
            lastLine = start - lines.startOfLine(start - 1);
            written += lines.lines(start);
            lines.drop(start);
        }
        begun = end - start;
    }

    private FileChannel open() throws IOException {
        FileChannel opened = out;
        if (opened == null || !opened.isOpen() || isGone()) {
            if (opened != null) {
                opened.close();
                torn = false;
                begun = 0;
                lastLine = 0;
            }
            out = null;
            opened = opened();
            out = opened;
            key = key();
        }
        return opened;
    }

    private FileChannel opened() throws IOException {
        File folder = file.getAbsoluteFile().getParentFile();
        if (folder != null && !folder.isDirectory() && !folder.mkdirs() && !folder.isDirectory()) {
            throw new IOException("can't make the folder " + folder);
        }
        return new FileOutputStream(file, true).getChannel();
    }

    /** What we could still write to what was open, nobody could find. */
    private boolean isGone() {
        try {
            return !Objects.equals(key, key());
        } catch (IOException e) {
            Diagnostics.once("receipts: " + file + " was moved or removed while the program runs; it is made again");
            return true;
        } catch (SecurityException e) {
            return false;
        }
    }

    private @Nullable Object key() throws IOException {
        return Files.readAttributes(file.toPath(), BasicFileAttributes.class).fileKey();
    }

    /** Gives these lines up, and what was begun of them. */
    void abandon(AsciiBuffer lines) {
        lines.cutTo(0);
        torn |= begun > 0 && !cutOff(begun);
        begun = 0;
    }

    /** Takes the last line of ours out of the file again, if nobody wrote after it; whether it did. */
    boolean takeBackLastLine() {
        boolean taken = lastLine > 0 && begun == 0 && !torn && cutOff(lastLine);
        if (taken) {
            written--;
        }
        lastLine = 0;
        return taken;
    }

    private boolean cutOff(int length) {
        try {
            FileChannel channel = out;
            if (channel == null || !channel.isOpen() || channel.size() != size || size < length) {
                return false;
            }
            channel.truncate(size - length);
            size -= length;
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
