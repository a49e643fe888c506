package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The jar in one JVM that runs command after command: to load the Azure SDK takes longer than what it then does. */
final class LoadedOnce implements AutoCloseable {
    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader results;

    private LoadedOnce(Process process) {
        this.process = process;
        this.commands = new PrintWriter(process.outputWriter(UTF_8), true);
        this.results = process.inputReader(UTF_8);
    }

    static LoadedOnce start(List<String> jvmArguments, Map<String, String> environment) throws IOException {
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(Jar.JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", Jar.FILE + File.pathSeparator + tests, LoadedOnce.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("AZURE_"));
        builder.environment().putAll(environment);
        return new LoadedOnce(builder.start());
    }

    /** What this command printed and how it ended; none of its arguments has a space in it. */
    Run run(String... arguments) throws IOException {
        commands.println(String.join(" ", arguments));
        String[] result = results.readLine().split(" ", -1);
        return new Run(Integer.parseInt(result[0]), decoded(result[1]), decoded(result[2]));
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** In the other JVM. */
    public static void main(String[] none) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Run run = Run.of(line.split(" ", -1));
            System.out.println(run.exitCode() + " " + encoded(run.out()) + " " + encoded(run.err()));
        }
        System.exit(0);
    }
}
