package dev.partnerattribution.agent;

/** Prints a line. */
final class StderrLine implements Runnable {
    private final String line;

    StderrLine(String line) {
        this.line = line;
    }

    @Override
    public void run() {
        try {
            System.err.println(line);
        } catch (Throwable e) {
            // A program may replace System.err by anything, even null.
        }
    }
}
