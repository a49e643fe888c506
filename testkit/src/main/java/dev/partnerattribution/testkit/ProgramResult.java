package dev.partnerattribution.testkit;

/**
 * How a {@link JavaProgram} ended.
 *
 * @param exitCode its exit code, or {@link #KILLED}
 * @param stdout all it printed to its standard output, read as UTF-8
 * @param stderr all it printed to its standard error, read as UTF-8
 */
public record ProgramResult(int exitCode, String stdout, String stderr) {

    /** Stands for the exit code of a program that was killed when its time was up. No program ends with it itself. */
    public static final int KILLED = Integer.MIN_VALUE;

    /** This result, if the exit code is 0; otherwise throws an AssertionError that shows everything. */
    public ProgramResult orFail() {
        if (exitCode != 0) {
            String end = exitCode == KILLED ? "was killed when its time was up" : "ended with " + exitCode;
            throw new AssertionError("the program " + end + "\nstdout:\n" + stdout + "\nstderr:\n" + stderr);
        }
        return this;
    }
}
