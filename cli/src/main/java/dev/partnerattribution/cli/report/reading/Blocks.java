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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines of many files in blocks, of which several threads take one after the other. */
final class Blocks implements AutoCloseable {
    private static final Pattern ROLLED = Pattern.compile("(?i)(?<=\\.jsonl)[._-][^/]*$");

    private final List<InputFile> files;
    private final InputStream stdin;
    private int opened;
    private @Nullable InputStream in;
    private @Nullable FileBlocks current;

    /** The files of which others with something in them were rolled over; null until somebody asks. */
    private @Nullable Set<String> rolled;

    /** Why a file could not be read, of which the other threads learn the same. */
    private @Nullable Failure failure;

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
        if (failure != null) {
            throw failure;
        }
        try {
            return read(bytes);
        } catch (IOException e) {
            failure = Failure.ofFile(e);
        } catch (Failure told) {
            failure = told;
        }
        throw failure;
    }

    private @Nullable LineBlock read(byte[] bytes) throws IOException {
        while (true) {
            FileBlocks blocks = current == null ? open() : current;
            @Nullable LineBlock block = blocks == null ? null : next(blocks, bytes);
            if (block != null || blocks == null) {
                return block;
            }
            close();
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
        current = new FileBlocks(opened, name, in, () -> isEmptinessAFault(file));
        opened++;
        return current;
    }

    private static Failure unreadable(String name, IOException fault) {
        return Failure.ofFile(name + ": it can't be read: " + fault.getMessage());
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        byte[] begin = in.readNBytes(2);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(begin), in);
        return GzipInput.isOne(begin) ? new GzipInput(whole) : whole;
    }

    /** Whether nothing explains it: who rolls a file over may begin the new one before there is something to write. */
    private boolean isEmptinessAFault(InputFile file) {
        if (rolled == null) {
            rolled = files.stream()
                    .filter(other -> other.path().toFile().length() > 0)
                    .map(InputFile::place)
                    .filter(place -> ROLLED.matcher(place).find())
                    .map(place -> ROLLED.matcher(place).replaceFirst(""))
                    .collect(Collectors.toSet());
        }
        return !rolled.contains(file.place());
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
