package dev.partnerattribution.cli.report.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The lines of one file, which may hold anything, block by block. */
final class FileBlocks {
    private final int file;
    private final String name;
    private final InputStream in;
    private final BooleanSupplier isEmptinessAFault;

    /** What was read of the line that the last block had no room for. */
    private byte[] rest = new byte[0];

    private long lines;
    private boolean begun;

    FileBlocks(int file, String name, InputStream in, BooleanSupplier isEmptinessAFault) {
        this.file = file;
        this.name = name;
        this.in = in;
        this.isEmptinessAFault = isEmptinessAFault;
    }

    String name() {
        return name;
    }

    /**
     * Returns the next block, or null at the end.
     *
     * @param bytes for its lines, as many as the longest line may have
     */
    @Nullable
    LineBlock next(byte[] bytes) throws IOException {
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        int length = rest.length + in.readNBytes(bytes, rest.length, bytes.length - rest.length);
        rest = new byte[0];
        if (length == 0) {
            return begun || !isEmptinessAFault.getAsBoolean()
                    ? null
                    : atFault(bytes, "the file is empty: what wrote it was killed, or could not write");
        }
        begun = true;
        int end = length < bytes.length ? length : behindLastLineFeed(bytes, length);
        if (end == 0) {
            skipLine(bytes);
            return atFault(bytes, "it is longer than any receipt");
        }
        keep(bytes, end, length);
        LineBlock block = new LineBlock(file, name, lines + 1, bytes, end, "");
        lines += lineFeeds(bytes, end);
        return block;
    }

    private LineBlock atFault(byte[] bytes, String fault) {
        begun = true;
        lines++;
        return new LineBlock(file, name, lines, bytes, 0, fault);
    }

    private void keep(byte[] bytes, int from, int to) {
        rest = Arrays.copyOfRange(bytes, from, to);
    }

    private void skipLine(byte[] bytes) throws IOException {
        for (int length = in.read(bytes); length > 0; length = in.read(bytes)) {
            int end = lineEnd(bytes, 0, length);
            if (end < length) {
                keep(bytes, end + 1, length);
                return;
            }
        }
    }

    /** Where the line that begins there has its line feed; at the end where it has none. */
    static int lineEnd(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static int behindLastLineFeed(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static int lineFeeds(byte[] bytes, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }
}
