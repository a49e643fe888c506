package dev.partnerattribution.cli.terminal;

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
