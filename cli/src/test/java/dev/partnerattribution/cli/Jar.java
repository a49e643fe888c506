package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The jar as it is shipped, run as users run it. */
final class Jar {
    static final Path FILE = Path.of(System.getProperty("cli.jar")).toAbsolutePath();
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final long PATIENCE_SECONDS = 120;

    private final List<String> jvmArguments = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> prefix = new ArrayList<>();
    private Path directory = Path.of("").toAbsolutePath();
    private Path jar = FILE;

    /** How a run ended. */
    record Result(int exitCode, String out, String err) {}

    static Result run(String... arguments) {
        return new Jar().with(arguments);
    }

    /**
     * Run by somebody whom rights mean something to. Root runs it as nobody, who then may enter this folder, and reads a copy
     * of the jar there.
     */
    static Jar unprivileged(Path folder) throws IOException {
        Jar jar = new Jar().in(folder);
        if (!System.getProperty("user.name").equals("root")) {
            return jar;
        }
        jar.jar = Files.copy(FILE, folder.resolve("cli.jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(jar.jar, PosixFilePermissions.fromString("rw-r--r--"));
        return jar.by("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    }

    Jar in(Path workingDirectory) {
        directory = workingDirectory;
        return this;
    }

    Jar jvm(List<String> arguments) {
        jvmArguments.addAll(arguments);
        return this;
    }

    Jar environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs it by another program, such as one that changes the user. */
    Jar by(String... command) {
        prefix.addAll(List.of(command));
        return this;
    }

    /** The whole command line. */
    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(JAVA);
        command.addAll(jvmArguments);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    Result with(String... arguments) {
        return run(command(arguments));
    }

    /** Runs a line of bash in which {@code $CLI} is the program. */
    Result bash(String line) {
        String cli = String.join(" ", command());
        environment.put("CLI", cli);
        return run(List.of("bash", "-c", line));
    }

    Process start(String... arguments) {
        try {
            return builder(command(arguments)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AZURE_") || name.startsWith("ARM_"));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().keySet().removeIf(name -> name.toUpperCase(Locale.ROOT)
                .endsWith("_PROXY"));
        builder.environment().putAll(environment);
        return builder;
    }

    private Result run(List<String> command) {
        try {
            Path out = Files.createTempFile("cli", ".out");
            Path err = Files.createTempFile("cli", ".err");
            try {
                Process process = builder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    throw new AssertionError(command + " did not end; stderr: " + Files.readString(err, UTF_8));
                }
                return new Result(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
