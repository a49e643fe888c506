package dev.partnerattribution.cli.terminal;

/** How a run ended. Scripts rely on these numbers; {@code docs/cli.md} lists them. */
public final class ExitCode {
    public static final int OK = 0;

    /** The command did its work, and the answer is not the one hoped for. */
    public static final int FOUND = 1;

    public static final int USAGE = 2;
    public static final int FILE = 3;
    public static final int AZURE = 4;

    /** A program that was started for the user failed. The two never meet in one command. */
    public static final int PROGRAM = 4;

    public static final int BUG = 5;

    /** For the exit code list of a command: its number, a colon, its meaning. */
    public static final String DONE = OK + ":done";

    public static final String WRONG_USAGE = USAGE + ":an option or argument is wrong; nothing was done";
    public static final String NO_OUTPUT = FILE + ":the output could not be written";
    public static final String NO_FILE =
            FILE + ":a file could not be read or written, or the output could not be written";
    public static final String UNEXPECTED = BUG + ":a fault in this program; please report it";

    private ExitCode() {}
}
