package dev.partnerattribution.wire.servers;

import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Libraries;
import java.nio.file.Path;
import java.util.List;

/** The Azure SDK as the deployed programs use it, and the part of them that is the same everywhere. */
final class Sdk {
    static final String RESOURCES = "2.53.5";
    static final String HTTP_CLIENT = "1.1.7";

    /** No library in a server's way: the client of the JDK does the rest. */
    static final List<Path> JARS = Libraries.of(
            "com.azure.resourcemanager:azure-resourcemanager-resources:" + RESOURCES,
            "com.azure:azure-core-http-jdk-httpclient:" + HTTP_CLIENT);

    private static final Path PACKAGE = Path.of("dev", "partnerattribution", "wire", "program");

    private Sdk() {}

    /** Puts the classes of the programs into a directory of classes. */
    static void addPrograms(Path classes) {
        Tree.copy(Jars.PROGRAMS.resolve(PACKAGE), classes.resolve(PACKAGE));
    }

    /** Puts their sources into a directory of sources, for a build to compile. */
    static void addSources(Path sources) {
        for (String file : List.of("Azure.java", "GroupProgram.java")) {
            Tree.copy(
                    Path.of(System.getProperty("program.sources"))
                            .resolve(PACKAGE)
                            .resolve(file),
                    sources.resolve(PACKAGE).resolve(file));
        }
    }

    /** Puts its jars into a directory of libraries. */
    static void addJars(Path libraries) {
        JARS.forEach(jar -> Tree.copy(jar, libraries.resolve(jar.getFileName())));
    }
}
