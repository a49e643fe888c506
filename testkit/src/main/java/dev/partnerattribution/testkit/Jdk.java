package dev.partnerattribution.testkit;

import dev.partnerattribution.testkit.internal.process.JdkPrograms;
import java.nio.file.Path;

/**
 * A JDK on this machine.
 *
 * @param home its home directory, without symbolic links
 * @param version its feature version: 8, 17, 25
 */
public record Jdk(Path home, int version) {

    /** A program of its {@code bin} directory, such as {@code java} or {@code javac}. */
    public Path program(String name) {
        return JdkPrograms.of(home, name);
    }
}
