package dev.partnerattribution.cli.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** The command can't go on, for a reason outside of this program. The message says what, where, and what to do. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A file or folder that can't be read or written. */
    public static Failure ofFile(String message) {
        return new Failure(ExitCode.FILE, message);
    }

    /** The same, as a person wants to hear it. */
    public static Failure ofFile(IOException fault) {
        if (fault instanceof NoSuchFileException missing) {
            String why = missing.getReason() == null ? "there is no such file or folder" : missing.getReason();
            return ofFile(missing.getFile() + ": " + why + "; check the spelling");
        }
        if (fault instanceof AccessDeniedException denied) {
            return ofFile(denied.getFile() + ": access is denied; get the right to it, or name other files");
        }
        return ofFile(
                fault instanceof FileSystemException named && named.getReason() != null
                        ? named.getFile() + ": " + named.getReason()
                        : String.valueOf(fault.getMessage()));
    }

    /** Azure can't be asked, or does not answer. */
    public static Failure ofAzure(String message) {
        return new Failure(ExitCode.AZURE, message);
    }

    /** What was asked for does not exist, or is not as hoped. */
    public static Failure found(String message) {
        return new Failure(ExitCode.FOUND, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
