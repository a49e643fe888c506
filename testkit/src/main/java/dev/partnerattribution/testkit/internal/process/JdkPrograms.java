package dev.partnerattribution.testkit.internal.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** The programs of a JDK. */
public final class JdkPrograms {

    private JdkPrograms() {}

    /** The program of this name, such as {@code java}, of the JDK with this home directory. */
    public static Path of(Path home, String name) {
        Path windows = home.resolve("bin").resolve(name + ".exe");
        return Files.exists(windows) ? windows : home.resolve("bin").resolve(name);
    }
}
