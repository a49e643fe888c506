package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.internal.diagnostics.Diagnostics;
import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The file that receipts are written to, one line each. Several lines are written at once, so that several JVMs may use the
 * same file, and who reads it while it grows sees whole lines. What a disk does not take is kept, within limits, and offered
 * again. Each receipt counts as written or as lost, by what stands in the file at the end. Not thread-safe.
 */
final class ReceiptFile {
    private static final int VERSION = 1;
    private static final int WRITTEN_AT = 1 << 16;

    /** What is kept while nothing can be written. */
    private static final int MOST_KEPT = 1 << 19;

    private final File file;
    private final String jvm = ThisJvm.name();
    private final AsciiBuffer lines = new AsciiBuffer();
    private final Timestamp timestamp = new Timestamp();
    private final AppendedFile appended;
    private long lost;
    private @Nullable String fault;

    /** Of a file, or of one in a folder: which it is, the slash at the end says, or what is there. */
    ReceiptFile(String path) {
        boolean folder = path.endsWith("/") || path.endsWith(File.separator) || new File(path).isDirectory();
        file = folder ? new File(path, "receipts-" + jvm + ".jsonl") : new File(path);
        appended = new AppendedFile(file);
    }

    void add(Receipt receipt, NameHasher names) {
        if (lines.length() >= MOST_KEPT) {
            lost++;
            return;
        }
        JsonLine line = line(receipt.started());
        receipt.describe(line, names);
        line.end();
        if (lines.length() >= WRITTEN_AT && !isBehind()) {
            write();
        }
    }

    private JsonLine line(long time) {
        return new JsonLine(lines)
                .number("v", VERSION)
                .text("time", timestamp.of(time))
                .text("jvm", jvm);
    }

    /** Writes what was added, and what could not be written before. */
    void write() {
        try {
            appended.append(lines);
            fault = null;
        } catch (IOException | SecurityException e) {
            fault = String.valueOf(e.getMessage());
            Diagnostics.once("receipts can't be written to " + file + ": " + fault
                    + "; they are kept, as far as memory is set aside for them, and written when they can be");
        }
    }

    /** Whether something could not be written when it was tried last. */
    boolean isBehind() {
        return fault != null;
    }

    /** The last line: how many receipts there are. On a full disk a receipt makes room for it. */
    void end(long dropped) {
        write();
        String why = fault;
        lost += lines.lines(lines.length());
        appended.abandon(lines);
        writeEnd(dropped);
        if (isBehind() && appended.takeBackLastLine()) {
            lost++;
            writeEnd(dropped);
        }
        fault = why;
    }

    private void writeEnd(long dropped) {
        line(System.currentTimeMillis())
                .text("kind", "end")
                .number("written", appended.lines())
                .number("dropped", dropped + lost)
                .end();
        write();
        appended.abandon(lines);
    }

    /** How many receipts could not be written. */
    long lost() {
        return lost;
    }

    /** Why, null if not known any more. */
    @Nullable
    String fault() {
        return fault;
    }

    /** Its path. */
    @Override
    public String toString() {
        return file.getPath();
    }
}
