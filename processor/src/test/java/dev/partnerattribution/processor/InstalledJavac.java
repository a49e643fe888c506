package dev.partnerattribution.processor;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.ProgramResult;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The javac of a JDK on this machine, in a process of its own. */
record InstalledJavac(Jdk jdk) {

    /** Of each JDK that can run the processor. */
    static List<InstalledJavac> all() {
        return Jdks.installed().stream()
                .filter(jdk -> jdk.version() >= 17 && Files.exists(jdk.program("javac")))
                .map(InstalledJavac::new)
                .toList();
    }

    static InstalledJavac running() {
        return new InstalledJavac(Jdks.running());
    }

    int version() {
        return jdk.version();
    }

    /** Compiles all sources of a project, and returns everything printed. */
    String compile(Project project, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-encoding", "UTF-8", "-d", project.classes().toString()));
        project.sources().forEach(source -> arguments.add(source.toString()));
        ProgramResult result = JavaProgram.module("jdk.compiler/com.sun.tools.javac.Main")
                .jdk(jdk)
                // Half the time of such short programs goes into compiling them well.
                .jvmArguments("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .arguments(arguments.toArray(new String[0]))
                .run();
        return result.stdout() + result.stderr();
    }

    @Override
    public String toString() {
        return "JDK " + version();
    }
}
