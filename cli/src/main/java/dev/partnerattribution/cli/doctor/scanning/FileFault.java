package dev.partnerattribution.cli.doctor.scanning;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/** Why a file can't be read, and what to do, in words that go on from its name. */
final class FileFault {
    /** How programs begin that are no Java: of Linux, macOS, Windows. */
    private static final List<String> NATIVE = List.of("\u007fELF", "\u00cf\u00fa\u00ed\u00fe", "MZ");

    private FileFault() {}

    static String of(Path file, IOException e) {
        if (e instanceof NoSuchFileException || !Files.exists(file)) {
            return "there is no such file or folder; check the spelling";
        }
        if (e instanceof AccessDeniedException || !Files.isReadable(file)) {
            return "access is denied; run this as a user who may read it";
        }
        if (e instanceof ZipException || e instanceof FileNotFoundException) {
            return noZip(file, String.valueOf(e.getMessage()));
        }
        return "can't be read: " + e.getMessage();
    }

    private static String noZip(Path file, String why) {
        if (file.toFile().length() == 0) {
            return "is an empty file; copy or build it again";
        }
        return isNative(file)
                ? "is a native program, which no agent reaches and which is not read; look at the jars it was made of"
                : "is no zip file, or one that is cut off (" + why + "); copy or build it again";
    }

    private static boolean isNative(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(4), java.nio.charset.StandardCharsets.ISO_8859_1);
            return NATIVE.stream().anyMatch(start::startsWith);
        } catch (IOException e) {
            return false;
        }
    }
}
