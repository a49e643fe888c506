package dev.partnerattribution.receipts;

import dev.partnerattribution.Stderr;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The file that receipts are written to, one line each. Whole lines are written at once and at its end, so that several JVMs
 * may use the same file, and who reads it while it grows sees whole lines. Not thread-safe.
 */
final class ReceiptFile {
    private static final int VERSION = 1;
    private static final int FLUSHED_AT = 1 << 16;

    private final File file;
    private final String jvm;
    private final StringBuilder lines = new StringBuilder();
    private int added;
    private long written;
    private long lost;
    private boolean broken;
    private @Nullable OutputStream out;

    /** Of a file, or of one in a folder: which it is, the slash at the end says, or what is there. */
    ReceiptFile(String path) {
        jvm = ThisJvm.name();
        boolean folder = path.endsWith("/") || path.endsWith(File.separator) || new File(path).isDirectory();
        file = folder ? new File(path, "receipts-" + jvm + ".jsonl") : new File(path);
    }

    void add(Receipt receipt, Names names) {
        Line line = line(receipt.started());
        receipt.describe(line, names);
        line.end();
        added++;
        if (lines.length() >= FLUSHED_AT) {
            lost += writeLines();
        }
    }

    private Line line(long time) {
        return new Line(lines)
                .number("v", VERSION)
                .text("time", Instant.ofEpochMilli(time).toString())
                .text("jvm", jvm);
    }

    /** Writes what was added; returns how many receipts since the last call could not be written. */
    long flush() {
        long unwritten = lost + (added > 0 ? writeLines() : 0);
        lost = 0;
        return unwritten;
    }

    /** The last line: how many receipts there are. */
    void end(long dropped) {
        Line line = line(System.currentTimeMillis());
        line.text("kind", "end")
                .number("written", written)
                .number("dropped", dropped)
                .end();
        writeLines();
    }

    private int writeLines() {
        int count = added;
        byte[] bytes = (broken ? "\n" + lines : lines.toString()).getBytes(StandardCharsets.US_ASCII);
        lines.setLength(0);
        added = 0;
        try {
            open().write(bytes);
            broken = false;
            written += count;
            return 0;
        } catch (IOException | SecurityException e) {
            broken = out != null; // a part of it may be there
            Stderr.once("receipts can't be written to " + file + ": " + e.getMessage()
                    + "; what is sent meanwhile is counted, not written");
            return count;
        }
    }

    private OutputStream open() throws IOException {
        OutputStream opened = out;
        if (opened == null) {
            File folder = file.getAbsoluteFile().getParentFile();
            if (folder != null && !folder.isDirectory() && !folder.mkdirs()) {
                throw new IOException("can't make the folder " + folder);
            }
            opened = new FileOutputStream(file, true);
            out = opened;
        }
        return opened;
    }

    /** Its path. */
    @Override
    public String toString() {
        return file.getPath();
    }
}
