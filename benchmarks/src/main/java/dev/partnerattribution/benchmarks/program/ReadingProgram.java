package dev.partnerattribution.benchmarks.program;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.File;
import java.io.IOException;

/** Reads a JSON file to its end, and does nothing with it: the least that who changes it must do. Argument: the file. */
public final class ReadingProgram {
    private ReadingProgram() {}

    /** The program. */
    public static void main(String[] args) throws IOException {
        int tokens = 0;
        try (JsonParser parser = new JsonFactory().createParser(new File(args[0]))) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        System.out.println(tokens);
    }
}
