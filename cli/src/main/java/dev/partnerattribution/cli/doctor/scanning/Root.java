package dev.partnerattribution.cli.doctor.scanning;

import java.nio.file.Path;

/**
 * An entry of a class path, or the file or folder that is the application.
 *
 * @param name what messages call it
 * @param own whether it is the application itself rather than a library of it
 * @param isOfClassPath whether it is an entry of a class path: of a folder a JVM takes classes and resources then, no archives
 */
public record Root(Path path, String name, boolean own, boolean isOfClassPath) implements Comparable<Root> {
    /** The application, or what is found in it. */
    public Root(Path path, String name, boolean own) {
        this(path, name, own, false);
    }

    public static Root of(String path, boolean own) {
        return new Root(Path.of(path), path, own);
    }

    @Override
    public int compareTo(Root other) {
        return name.compareTo(other.name);
    }
}
