package dev.partnerattribution.cli.report;

import dev.partnerattribution.cli.report.Lines.Line;
import dev.partnerattribution.cli.terminal.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files of receipts into a ledger. What is no receipt is noted there, with its place, and reading goes on. */
final class ReceiptReader {
    /** What stands for the standard input. */
    static final String STDIN = "-";

    private final Ledger ledger;

    ReceiptReader(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param words files, folders, globs, or {@link #STDIN}
     * @return how many files there were
     * @throws Failure if one of them names nothing or can't be read
     */
    int readAll(List<String> words, InputStream stdin) {
        List<Path> files = ReceiptFiles.find(
                words.stream().filter(word -> !word.equals(STDIN)).toList());
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                read(file.toString(), in);
            } catch (IOException e) {
                throw ReceiptFiles.failure(file.toString(), e);
            }
        }
        return files.size() + (words.contains(STDIN) ? readStdin(stdin) : 0);
    }

    private int readStdin(InputStream stdin) {
        try {
            read("stdin", stdin);
            return 1;
        } catch (IOException e) {
            throw ReceiptFiles.failure("stdin", e);
        }
    }

    private void read(String name, InputStream in) throws IOException {
        Lines lines = new Lines(in);
        for (@Nullable Line line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                read(name, line);
            }
        }
    }

    private void read(String name, Line line) {
        try {
            if (line.isTooLong()) {
                throw new MalformedReceiptException("it is longer than any receipt");
            }
            ledger.add(ReceiptLine.read(line.bytes()));
        } catch (MalformedReceiptException malformed) {
            String why = line.isEnded() ? malformed.getMessage() : "the last line is cut";
            ledger.unread().malformed(name, line.number(), String.valueOf(why));
        }
    }
}
