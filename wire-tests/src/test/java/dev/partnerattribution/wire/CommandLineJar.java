package dev.partnerattribution.wire;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** The command line's jar, loaded once, by itself: its commands without a JVM for each. */
public final class CommandLineJar {
    private static final URLClassLoader JAR = load();

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

    private static URLClassLoader load() {
        try {
            URL jar = Path.of(System.getProperty("cli.jar")).toUri().toURL();
            return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
