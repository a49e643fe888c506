package dev.partnerattribution.cli.doctor.scanning;

import java.nio.file.Path;

/**
 * An entry of a class path, or the file or folder that is the application.
 *
 * @param name what messages call it
 * @param own whether it is the application itself rather than a library of it
 */
public record Root(Path path, String name, boolean own) implements Comparable<Root> {
    public static Root of(String path, boolean own) {
        return new Root(Path.of(path), path, own);
    }

    @Override
    public int compareTo(Root other) {
        return name.compareTo(other.name);
    }
}
