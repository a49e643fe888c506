package dev.partnerattribution.cli.report;

import dev.partnerattribution.cli.report.Lines.Line;
import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.templates.InputFiles;
import dev.partnerattribution.templates.InputFiles.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads files of receipts into a ledger. What is no receipt is noted there, with its place, and reading goes on. */
final class ReceiptReader {
    /** How the names of receipts in folders end. */
    private static final Set<String> EXTENSIONS = Set.of(".jsonl");

    private final Ledger ledger;

    ReceiptReader(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Reads them in the order given.
     *
     * @param words as {@link InputFiles} takes them
     * @return how many files there were
     * @throws Failure if one of them names nothing or can't be read
     */
    int readAll(List<String> words, InputStream stdin) {
        try {
            List<InputFile> files = InputFiles.find(words, EXTENSIONS);
            for (InputFile file : files) {
                read(file, stdin);
            }
            return files.size();
        } catch (IOException e) {
            throw Failure.ofFile(e);
        } catch (InvalidPathException e) {
            throw Failure.ofFile(e.getMessage() + ": check the spelling");
        }
    }

    private void read(InputFile file, InputStream stdin) throws IOException {
        String name = file.isStandardInput() ? "stdin" : file.path().toString();
        if (!file.fault().isEmpty()) {
            throw Failure.ofFile(name + ": " + file.fault() + "; get the right to it, or name other files");
        }
        try (InputStream in = file.isStandardInput() ? stdin : Files.newInputStream(file.path())) {
            read(name, in);
        } catch (FileSystemException told) {
            throw told;
        } catch (IOException e) {
            throw Failure.ofFile(name + ": it can't be read: " + e.getMessage());
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
