package dev.partnerattribution.wire;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jars under test, as they are shipped, and the programs to try them with. */
public final class Jars {
    public static final Path AGENT = Path.of(System.getProperty("agent.jar"));
    public static final Path RUNTIME = Path.of(System.getProperty("runtime.jar"));
    public static final Path PROGRAMS = Path.of(System.getProperty("programs"));

    private Jars() {}

    /** The class path of a test program that uses these libraries. */
    public static List<Path> withPrograms(List<Path> libraries) {
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.add(PROGRAMS);
        return classPath;
    }
}
