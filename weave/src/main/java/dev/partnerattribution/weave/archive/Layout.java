package dev.partnerattribution.weave.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** How a container is arranged: where its class files begin, and which archives in it are part of the program. */
enum Layout {
    PLAIN("", List.of()),
    SPRING_BOOT("BOOT-INF/classes/", List.of("BOOT-INF/lib/")),
    WEB("WEB-INF/classes/", List.of("WEB-INF/lib/", "WEB-INF/lib-provided/"));

    private static final String VERSIONS = "META-INF/versions/";

    private final String classes;

    @SuppressWarnings("ImmutableEnumChecker") // they come from List.of
    private final List<String> libraries;

    Layout(String classes, List<String> libraries) {
        this.classes = classes;
        this.libraries = libraries;
    }

    static Layout of(Container container) {
        for (Layout layout : List.of(SPRING_BOOT, WEB)) {
            boolean isIt = container.names().stream()
                    .anyMatch(name -> name.startsWith(layout.classes)
                            || layout.libraries.stream().anyMatch(name::startsWith));
            if (isIt) {
                return layout;
            }
        }
        return PLAIN;
    }

    /** What the names of its own classes begin with. What is outside is loaded by others, which don't see them. */
    String classes() {
        return classes;
    }

    /** Returns whether an entry is an archive whose classes are part of the program. */
    boolean isLibrary(String entry) {
        return entry.endsWith(".jar")
                && libraries.stream()
                        .anyMatch(folder -> entry.startsWith(folder) && entry.indexOf('/', folder.length()) < 0);
    }

    /** The places of its own classes: for all versions of Java, and for some, the lowest first. */
    List<String> places(Container container, Manifest manifest) {
        List<String> places = new ArrayList<>(List.of(classes));
        if (this == PLAIN && manifest.isMultiRelease()) {
            SortedSet<Integer> versions = new TreeSet<>();
            container.names().stream()
                    .filter(name -> name.matches(VERSIONS + "[1-9][0-9]{0,3}/.+"))
                    .map(name -> name.substring(VERSIONS.length(), name.indexOf('/', VERSIONS.length())))
                    .forEach(version -> versions.add(Integer.valueOf(version)));
            versions.forEach(version -> places.add(VERSIONS + version + "/"));
        }
        return places;
    }
}
