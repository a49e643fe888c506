package dev.partnerattribution.wire.http;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.wire.Brief;
import dev.partnerattribution.wire.CommandLineJar;
import dev.partnerattribution.wire.Doctor;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Libraries;
import dev.partnerattribution.wire.Way;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An HTTP client in one version: the program that uses it, the libraries that it consists of, and the Java that they need. The program
 * of one that needs a newer Java than the tests is compiled by the JVM that runs it.
 */
record Client(String program, List<Path> compiledWith, List<Path> libraries, int java, String name) {
    private static final int USUAL = 17;

    /** Of these Maven coordinates; none for what the JDK itself has. */
    static Client of(String program, String... coordinates) {
        return since(USUAL, program, coordinates);
    }

    /** Of these Maven coordinates, which need this Java. */
    static Client since(int java, String program, String... coordinates) {
        List<Path> libraries = coordinates.length == 0 ? List.of() : Libraries.of(coordinates);
        return new Client(program, libraries, libraries, java, (program + " " + String.join(" ", coordinates)).strip());
    }

    /** The JDKs that run it. */
    List<Jdk> jdks() {
        return InTurn.jdks().stream().filter(jdk -> jdk.version() >= java).toList();
    }

    /** Whether a JDK runs it that does not run the others. */
    boolean needsNewerJava() {
        return java > USUAL;
    }

    /** The same program with another library in place of the one whose file name begins so. */
    Client with(String fileName, Path replacement) {
        List<Path> replaced = new ArrayList<>(libraries);
        replaced.set(libraries.indexOf(library(fileName)), replacement);
        return withLibraries(replaced);
    }

    /** The same program with its libraries woven by the command line into a folder. */
    Client woven(Path folder) {
        return withLibraries(CommandLineJar.woven(libraries, folder, Way.GUID));
    }

    private Client withLibraries(List<Path> others) {
        return new Client(program, compiledWith, others, java, name);
    }

    /** Its only library whose file name begins so. */
    Path library(String fileName) {
        List<Path> found = libraries.stream()
                .filter(library -> library.getFileName().toString().startsWith(fileName))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(fileName + " is none or several of " + libraries);
        }
        return found.get(0);
    }

    /** Its program, as fast as a JVM goes, in a JVM that finds all host names at this server. */
    JavaProgram to(LoopbackArm arm, String... urls) {
        return toAny(urls).jvmArguments(arm.jvmArguments());
    }

    /** Its program, as fast as a JVM goes. */
    JavaProgram toAny(String... urls) {
        return with(classPath(), urls);
    }

    /** What its program runs with, and its program. */
    List<Path> classPath() {
        List<Path> classPath = new ArrayList<>(Jars.withPrograms(libraries));
        if (!needsNewerJava()) {
            classPath.add(Compiled.program(program, compiledWith));
        }
        return classPath;
    }

    /** The same with another class path. */
    JavaProgram with(List<Path> classPath, String... urls) {
        return JavaProgram.mainClass(needsNewerJava() ? Compiled.source(program).toString() : program)
                .classPath(classPath)
                .jvmArguments(Brief.JVM)
                .arguments(urls);
    }

    /** What the doctor says of it with the agent, where its settings hold the address of Azure Resource Manager. */
    String doctorsVerdict() throws IOException {
        Path own = Compiled.program(program, compiledWith);
        Files.writeString(own.resolve("deploy.properties"), "endpoint=https://management.azure.com/\n");
        List<Path> classPath = new ArrayList<>(List.of(own));
        classPath.addAll(libraries);
        return Doctor.ofAttributed(
                        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)))
                .verdict();
    }

    @Override
    public String toString() {
        return name;
    }
}
