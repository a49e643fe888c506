package dev.partnerattribution.benchmarks.program;

import java.io.IOException;

/** Prints one line. With an argument, it then waits for the end of its standard input. */
public final class HelloProgram {
    private HelloProgram() {}

    /** The program. */
    public static void main(String[] args) throws IOException {
        System.out.println("ready");
        if (args.length > 0) {
            System.in.read();
        }
    }
}
