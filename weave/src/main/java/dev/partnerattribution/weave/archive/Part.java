package dev.partnerattribution.weave.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** A container of a program, with the places of its classes and the archives in it that are part of the program. */
final class Part {
    private static final Pattern SIGNATURE =
            Pattern.compile("META-INF/([^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]+)", Pattern.CASE_INSENSITIVE);

    private final String shown;
    private final Container container;
    private final Layout layout;
    private final Manifest manifest;
    private final List<Place> places = new ArrayList<>();
    private final Changes changes = new Changes();
    private final Map<String, Part> libraries = new LinkedHashMap<>();

    private Part(String shown, Container container, Layout layout, Manifest manifest) {
        this.shown = shown;
        this.container = container;
        this.layout = layout;
        this.manifest = manifest;
    }

    /**
     * Looks into a container, and into the archives in it.
     *
     * @param shown its name, as messages name it
     * @throws ZipException if it, or an archive in it, is no zip file or damaged
     * @throws WeaveException if it is not known how it is to be woven
     */
    static Part of(String shown, Container container, Workspace workspace) throws IOException, WeaveException {
        Part part = part(shown, container, Layout.of(container));
        for (String entry : container.names()) {
            if (part.layout.isLibrary(entry)) {
                part.libraries.put(entry, part.library(entry, workspace));
            }
        }
        return part;
    }

    private static Part part(String shown, Container container, Layout layout) throws IOException, WeaveException {
        new NameCheck(shown).check(container);
        Manifest manifest = Manifest.of(container);
        Part part = new Part(shown, container, layout, manifest);
        for (String folder : layout.places(container, manifest)) {
            part.places.add(new Place(shown, container, folder));
        }
        return part;
    }

    private Part library(String entry, Workspace workspace) throws IOException, WeaveException {
        String name = shown + "!/" + entry;
        try {
            return part(name, new ZipContainer(container.nested(entry, workspace)), Layout.PLAIN);
        } catch (ZipException e) {
            throw WeaveException.file(name + ": " + e.getMessage());
        }
    }

    String shown() {
        return shown;
    }

    Container container() {
        return container;
    }

    Layout layout() {
        return layout;
    }

    Manifest manifest() {
        return manifest;
    }

    List<Place> places() {
        return places;
    }

    /** What becomes of it; nothing else than it is until it is woven. */
    Changes changes() {
        return changes;
    }

    /** The archives in it that are part of the program, by the names of their entries. */
    Map<String, Part> libraries() {
        return libraries;
    }

    /** This part and those in it. */
    Stream<Part> all() {
        return Stream.concat(Stream.of(this), libraries.values().stream());
    }

    /** The entries that make a signature of it. */
    Set<String> signatures() {
        return container.names().stream()
                .filter(entry -> SIGNATURE.matcher(entry).matches())
                .collect(Collectors.toSet());
    }
}
