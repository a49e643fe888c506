package dev.partnerattribution.cli.report.reading;

import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.templates.InputFiles.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of many files in blocks, of which several threads take one after the other. */
final class Blocks implements AutoCloseable {
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
            throw Failure.ofFile(blocks.name() + ": it can't be read: " + e.getMessage());
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
        current = new FileBlocks(opened, name, in);
        opened++;
        return current;
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
