package dev.partnerattribution.weave.archive;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes of a container.
 *
 * @param contents new contents, of entries that are there and of others
 * @param nested files that are the new contents of archives in it
 * @param removed entries that are left out
 */
record Changes(Map<String, byte[]> contents, Map<String, Path> nested, Set<String> removed) {
    Changes() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    }

    boolean isEmpty() {
        return contents.isEmpty() && nested.isEmpty() && removed.isEmpty();
    }
}
