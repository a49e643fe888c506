package dev.partnerattribution.weave.archive;

import dev.partnerattribution.weave.ClassFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Where class files of a program lie beside each other: a container, below a folder of it. */
final class Place implements ClassFiles {
    private static final String CLASS = ".class";

    private final String shown;
    private final Container container;
    private final String folder;
    private final Set<String> names = new LinkedHashSet<>();

    /**
     * Finds its classes.
     *
     * @param shown the container's name, as messages name it
     * @param folder what the entries' names begin with, such as {@code WEB-INF/classes/}
     */
    Place(String shown, Container container, String folder) {
        this.shown = shown;
        this.container = container;
        this.folder = folder;
        for (String entry : container.names()) {
            if (entry.startsWith(folder) && isClass(entry.substring(folder.length()))) {
                names.add(entry.substring(folder.length(), entry.length() - CLASS.length()));
            }
        }
    }

    /** What lies under META-INF is no class by its own name, and a module's declaration is none at all. */
    private static boolean isClass(String path) {
        return path.endsWith(CLASS) && !path.startsWith("META-INF/") && !path.equals("module-info.class");
    }

    String folder() {
        return folder;
    }

    @Override
    public Collection<String> names() {
        return Collections.unmodifiableSet(names);
    }

    @Override
    public byte @Nullable [] find(String name) {
        try {
            return names.contains(name) ? container.content(folder + name + CLASS) : null;
        } catch (ZipException e) {
            throw new UncheckedIOException(new IOException(shown + ": " + e.getMessage(), e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
