package dev.partnerattribution.cli.report.reading;

import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.templates.InputFiles.InputFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of many files in blocks, of which several threads take one after the other. */
final class Blocks implements AutoCloseable {
    private static final int GZIP_BUFFER = 1 << 16;

    private final List<InputFile> files;
    private final InputStream stdin;
    private int opened;
    private @Nullable InputStream in;
    private @Nullable FileBlocks current;

    Blocks(List<InputFile> files, InputStream stdin) {
        this.files = files;
        this.stdin = stdin;
    }

    /**
     * Returns the next block, or null at the end of the last file.
     *
     * @param bytes for its lines, as many as the longest line may have
     * @throws Failure if a file can't be read
     */
    synchronized @Nullable LineBlock next(byte[] bytes) {
        try {
            while (true) {
                FileBlocks blocks = current == null ? open() : current;
                @Nullable LineBlock block = blocks == null ? null : next(blocks, bytes);
                if (block != null || blocks == null) {
                    return block;
                }
                close();
            }
        } catch (IOException e) {
            throw Failure.ofFile(e);
        }
    }

    private static @Nullable LineBlock next(FileBlocks blocks, byte[] bytes) throws IOException {
        try {
            return blocks.next(bytes);
        } catch (FileSystemException told) {
            throw told;
        } catch (IOException e) {
            throw unreadable(blocks.name(), e);
        }
    }

    private @Nullable FileBlocks open() throws IOException {
        if (opened == files.size()) {
            return null;
        }
        InputFile file = files.get(opened);
        String name = file.isStandardInput() ? "stdin" : file.path().toString();
        if (!file.fault().isEmpty()) {
            throw Failure.ofFile(name + ": " + file.fault() + "; get the right to it, or name other files");
        }
        in = file.isStandardInput() ? stdin : Files.newInputStream(file.path());
        try {
            in = unpacked(in);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
        current = new FileBlocks(opened, name, in);
        opened++;
        return current;
    }

    private static Failure unreadable(String name, IOException fault) {
        return Failure.ofFile(name + ": it can't be read: " + fault.getMessage());
    }

    /** What is compressed as gzip does it, by its first two bytes, whatever its name. */
    private static InputStream unpacked(InputStream in) throws IOException {
        byte[] first = in.readNBytes(2);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), in);
        boolean isPacked = first.length == 2 && first[0] == 0x1f && first[1] == (byte) 0x8b;
        return isPacked ? new GZIPInputStream(whole, GZIP_BUFFER) : whole;
    }

    /** Closes the file that is open, if any. */
    @Override
    public synchronized void close() throws IOException {
        if (in != null) {
            in.close();
        }
        in = null;
        current = null;
    }
}
