package dev.partnerattribution.templates;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file that was found, before anybody knows what part it plays.
 *
 * @param named whether it was given by itself, not found in a folder or package
 */
record Found(Path path, String entry, Template template, boolean named) {
    /** Its place, the same for each way to write it: the full path in lower case, with slashes. */
    String place() {
        String file = path.toAbsolutePath().normalize().toString().replace('\\', '/');
        return (entry.isEmpty() ? file : file + "!/" + entry).toLowerCase(Locale.ROOT);
    }

    String folder() {
        return place().substring(0, place().lastIndexOf('/') + 1);
    }

    String fileName() {
        return place().substring(place().lastIndexOf('/') + 1);
    }
}
