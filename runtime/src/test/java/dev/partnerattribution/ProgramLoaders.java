package dev.partnerattribution;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Class loaders as a program's class path makes them: real directories with real service files. */
public final class ProgramLoaders {
    private ProgramLoaders() {}

    /** A loader that sees the classes of these tests, and a service file naming the given configurations. */
    public static URLClassLoader configuredBy(Path directory, String... classNames) {
        try {
            Path file = directory.resolve("META-INF/services/" + AttributionConfiguration.class.getName());
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", classNames) + "\n");
            return new URLClassLoader(new URL[] {directory.toUri().toURL()}, ProgramLoaders.class.getClassLoader());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
