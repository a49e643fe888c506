package dev.partnerattribution.testkit;

import dev.partnerattribution.testkit.internal.process.RunningProgram;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A Java program to be run in a JVM of its own. Describe it, then {@link #run()} it, as often as you like. Unless said
 * otherwise it runs on the running JDK, with the environment of this process, for a minute at most. Its standard input is
 * empty. Not safe for use by several threads while it is being described.
 */
public final class JavaProgram {

    private final List<String> start;
    private final List<String> jvmArguments = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private Jdk jdk = Jdks.running();
    private Duration timeLimit = Duration.ofMinutes(1);

    private JavaProgram(String... start) {
        this.start = List.of(start);
    }

    /** The program of this main class. */
    public static JavaProgram mainClass(String name) {
        return new JavaProgram(name);
    }

    /** The program of this executable jar. */
    public static JavaProgram jar(Path jar) {
        return new JavaProgram("-jar", jar.toString());
    }

    /** The program of this module, or of a main class in it: {@code module} or {@code module/package.Class}. */
    public static JavaProgram module(String module) {
        return new JavaProgram("--module", module);
    }

    /** The class path of this JVM. */
    public static List<Path> currentClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
    }

    /** Runs it on this JDK. */
    public JavaProgram jdk(Jdk runOn) {
        jdk = Objects.requireNonNull(runOn, "jdk");
        return this;
    }

    /** Sets the class path, which an executable jar doesn't look at. */
    public JavaProgram classPath(Collection<Path> entries) {
        return jvmArguments(List.of("-cp", joined(entries)));
    }

    /** Sets the module path. */
    public JavaProgram modulePath(Collection<Path> entries) {
        return jvmArguments(List.of("--module-path", joined(entries)));
    }

    /** Adds arguments of the JVM, such as {@link LoopbackArm#jvmArguments()}. */
    public JavaProgram jvmArguments(List<String> more) {
        jvmArguments.addAll(more);
        return this;
    }

    /** Adds arguments of the JVM. */
    public JavaProgram jvmArguments(String... more) {
        return jvmArguments(List.of(more));
    }

    /** Adds an agent; empty options are left out with their equals sign. */
    public JavaProgram agent(Path jar, String options) {
        return jvmArguments("-javaagent:" + jar + (options.isEmpty() ? "" : "=" + options));
    }

    /** Adds a system property. */
    public JavaProgram systemProperty(String name, String value) {
        return jvmArguments("-D" + name + "=" + value);
    }

    /** Sets a variable of the environment. */
    public JavaProgram environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Sets variables of the environment, such as {@link LoopbackArm#environment()}. */
    public JavaProgram environment(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Takes a variable out of the environment. */
    public JavaProgram withoutEnvironment(String name) {
        environment.remove(name);
        return this;
    }

    /** Adds arguments of the program. */
    public JavaProgram arguments(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    /** After this time, which is more than nothing, the process is killed, and all it started. */
    public JavaProgram timeLimit(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("a program needs some time, not " + limit);
        }
        timeLimit = limit;
        return this;
    }

    /** The command line. */
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(jdk.program("java").toString());
        command.addAll(jvmArguments);
        command.addAll(start);
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /**
     * Runs the program to its end, or until its time is up or this thread is interrupted: then it is killed. Output of
     * children that outlive it is not waited for. Throws UncheckedIOException when it can't be started.
     */
    public ProgramResult run() {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return run(builder, timeLimit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProgramResult run(ProcessBuilder builder, Duration limit) throws IOException {
        RunningProgram program = RunningProgram.start(builder);
        int exitCode = program.waitFor(limit).orElse(ProgramResult.KILLED);
        return new ProgramResult(exitCode, program.stdout(), program.stderr());
    }

    private static String joined(Collection<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
