package dev.partnerattribution.wire;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line's jar, loaded once, by itself: its commands without a JVM for each. */
public final class CommandLineJar {
    private static final URLClassLoader JAR = load();

    /** With this it begins to tell where what it wove of a class path lies. */
    private static final String WOVEN = "class path: ";

    private CommandLineJar() {}

    /** The exit code. */
    public static int run(StringWriter stdout, String... arguments) {
        try {
            Method commandLine =
                    JAR.loadClass("dev.partnerattribution.cli.Main").getDeclaredMethod("commandLine");
            commandLine.setAccessible(true); // main would end this JVM
            Object line = commandLine.invoke(null);
            line.getClass().getMethod("setOut", PrintWriter.class).invoke(line, new PrintWriter(stdout));
            return (int) line.getClass().getMethod("execute", String[].class).invoke(line, (Object) arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.toString(), e);
        }
    }

    /** Weaves a class path with a tracking ID into a folder, and returns the woven one, in the same order. */
    public static List<Path> woven(List<Path> classPath, Path folder, String guid) {
        StringWriter said = new StringWriter();
        String joined = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        int code = run(said, "weave", "--strip-signatures", joined, "-o", folder.toString(), "--guid", guid);
        String line = said.toString()
                .lines()
                .filter(each -> each.startsWith(WOVEN))
                .findFirst()
                .orElse("");
        if (code != 0 || line.isEmpty()) {
            throw new AssertionError("weave ended with " + code + ": " + said);
        }
        return Stream.of(line.substring(WOVEN.length()).split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private static URLClassLoader load() {
        try {
            URL jar = Path.of(System.getProperty("cli.jar")).toUri().toURL();
            return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
