package dev.partnerattribution.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.wire.Brief;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.program.ChildLoaderProgram;
import dev.partnerattribution.wire.program.ChildLoaderProgram.Kind;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Programs that share a JVM, one after another, each in a class loader of its own: to start a JVM, with an agent, takes longer
 * than what most of them do there.
 */
public final class OneJvm {
    private final Path directory;
    private final List<Path> programs = new ArrayList<>();

    public OneJvm() {
        try {
            directory =
                    Files.createTempDirectory(Files.createDirectories(Jars.PROGRAMS.resolveSibling("programs")), "jvm");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the paths begin that are one program's own, by its number among those that share a server. */
    public static String place(int program) {
        return "client-" + program + "/";
    }

    /** The programs of these clients, with their arguments; one that is alone has its JVM as a program has it. */
    static JavaProgram of(Map<Client, List<String>> arguments) {
        if (arguments.size() == 1) {
            return arguments.entrySet().stream()
                    .map(alone -> alone.getKey().toAny(alone.getValue().toArray(new String[0])))
                    .findFirst()
                    .orElseThrow();
        }
        OneJvm all = new OneJvm();
        arguments.forEach((client, own) -> all.add(client, List.of(), own));
        return all.program(Kind.USUAL);
    }

    /** How clients can share JVMs: all of them one, but for those that no other JDK can compile. */
    static List<List<Client>> jvms(List<Client> clients) {
        List<List<Client>> jvms = new ArrayList<>();
        jvms.add(clients.stream().filter(client -> !client.needsNewerJava()).toList());
        clients.stream().filter(Client::needsNewerJava).forEach(client -> jvms.add(List.of(client)));
        return jvms;
    }

    /** The program of this client, with a class path that begins with these, and these arguments. */
    OneJvm add(Client client, List<Path> further, List<String> arguments) {
        List<Path> classPath = new ArrayList<>(further);
        classPath.addAll(Jars.withPrograms(client.libraries()));
        classPath.add(Compiled.program(client.program(), client.compiledWith()));
        return add(client.program(), classPath, arguments);
    }

    /** A program with this main class, this class path and these arguments. */
    public OneJvm add(String mainClass, List<Path> classPath, List<String> arguments) {
        return add(Map.of(), mainClass, classPath, arguments);
    }

    /** The same with system properties of its own. */
    OneJvm add(Map<String, String> properties, String mainClass, List<Path> classPath, List<String> arguments) {
        List<String> lines = new ArrayList<>();
        properties.forEach((name, value) -> lines.add("-D" + name + "=" + value));
        lines.add(mainClass);
        lines.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        lines.addAll(arguments);
        try {
            programs.add(Files.write(directory.resolve(programs.size() + ".txt"), lines, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** All of them, as fast as a JVM goes. */
    public JavaProgram program(Kind kind) {
        return JavaProgram.mainClass(ChildLoaderProgram.class.getName())
                .classPath(List.of(Jars.PROGRAMS))
                .jvmArguments(Brief.JVM)
                .timeLimit(Duration.ofMinutes(1).plusSeconds(10L * programs.size()))
                .arguments(kind.name())
                .arguments(programs.stream().map(Path::toString).toArray(String[]::new));
    }

    /** What each of the programs printed, in their order, of what all did. */
    public static List<String> each(String printed) {
        List<String> each = new ArrayList<>(List.of(printed.split(ChildLoaderProgram.END + "\\R", -1)));
        return each.subList(0, each.size() - 1);
    }
}
