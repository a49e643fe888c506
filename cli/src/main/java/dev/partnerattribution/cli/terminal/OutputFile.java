package dev.partnerattribution.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerattribution.templates.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that an option names to be written: {@code -} is standard output, as it is everywhere. */
public final class OutputFile {
    private OutputFile() {}

    /** Whether it stands for standard output. */
    public static boolean isStandardOutput(Path file) {
        return file.toString().equals("-");
    }

    /**
     * Writes a text, as a whole or not at all.
     *
     * @throws Failure if it can't be written
     */
    public static void write(Path file, String text, PrintWriter stdout) {
        if (isStandardOutput(file)) {
            stdout.print(text);
            return;
        }
        try {
            WholeFile.write(file, text.getBytes(UTF_8));
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw Failure.ofFile(
                    file + ": it can't be written there; name a folder that exists and that you may write to");
        } catch (IOException e) {
            throw Failure.ofFile(file + ": it can't be written: " + e.getMessage());
        }
    }
}
