package dev.partnerattribution.weave.archive;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.weave.ClassFiles;
import dev.partnerattribution.weave.WeaveOptions;
import dev.partnerattribution.weave.Weaver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A program to be woven: an archive, a folder of classes, or several of them, which are its class path. None of them is written
 * to.
 */
public final class Program implements AutoCloseable {
    private static final String ANNOTATED = "META-INF/services/dev.partnerattribution.AttributionConfiguration";

    private final List<Path> inputs;
    private final List<Part> parts = new ArrayList<>();
    private final Workspace workspace = new Workspace();
    private final Map<String, Place> classes = new LinkedHashMap<>();

    private Program(List<Path> inputs) {
        this.inputs = inputs;
    }

    /**
     * Opens it, and looks where its classes are.
     *
     * @param inputs at least one
     * @throws WeaveException if one of them can't be read, or is not known how to be woven
     */
    public static Program open(List<Path> inputs) throws WeaveException {
        Program program = new Program(List.copyOf(inputs));
        try {
            for (Path input : inputs) {
                program.add(input);
            }
            return program;
        } catch (WeaveException | RuntimeException | Error e) {
            program.close();
            throw e;
        }
    }

    private void add(Path input) throws WeaveException {
        if (!Files.exists(input)) {
            throw WeaveException.file(input + ": there is no such file or folder; check the spelling");
        }
        try {
            Container container =
                    Files.isDirectory(input) ? new FolderContainer(input) : new ZipContainer(workspace.read(input));
            Part part = Part.of(input.toString(), container, workspace);
            parts.add(part);
            part.all().flatMap(each -> each.places().stream()).forEach(this::index);
        } catch (ZipException e) {
            throw WeaveException.file(input + ": " + e.getMessage());
        } catch (IOException e) {
            throw WeaveException.file(input + ": it can't be read: " + e.getMessage());
        }
    }

    private void index(Place place) {
        place.names().forEach(name -> classes.putIfAbsent(name, place));
    }

    /** Returns whether a class of it is annotated with a tracking ID, as far as the annotation processor ran. */
    public boolean isAnnotated() {
        return all().anyMatch(part -> part.container().has(part.layout().classes() + ANNOTATED));
    }

    /**
     * Returns the tracking ID that was woven into it; null if it was not woven, or without one.
     *
     * @throws WeaveException if what it says can't be read
     */
    public @Nullable TrackingId wovenId() throws WeaveException {
        for (Part part : parts) {
            String entry = part.layout().classes() + Weaver.PROPERTIES;
            if (part.container().has(entry)) {
                Properties properties = new Properties();
                try {
                    properties.load(new ByteArrayInputStream(part.container().content(entry)));
                    String id = properties.getProperty(WeaveOptions.TRACKING_ID);
                    return id == null ? null : TrackingId.parse(id);
                } catch (IOException | IllegalArgumentException e) {
                    throw WeaveException.file(part.shown() + ": " + entry + " can't be read: " + e.getMessage());
                }
            }
        }
        return null;
    }

    /** How many archives and folders it is made of. */
    public int archives() {
        return (int) all().count();
    }

    /** How many classes it has. One that is in it several times counts once. */
    public int classes() {
        return classes.size();
    }

    /**
     * Weaves its classes, once. Nothing is written yet.
     *
     * @param stripSignatures whether archives that are signed, and would change, lose their signatures
     * @throws WeaveException if it can't be woven
     */
    public WovenProgram weave(Weaver weaver, WeaveOptions options, boolean stripSignatures) throws WeaveException {
        try {
            return new Weaving(this, weaver, options).weave(stripSignatures);
        } catch (UncheckedIOException e) {
            throw WeaveException.file(
                    String.valueOf(Objects.requireNonNull(e.getCause()).getMessage()));
        } catch (IOException e) {
            throw WeaveException.file(String.valueOf(e.getMessage()));
        }
    }

    List<Path> inputs() {
        return inputs;
    }

    List<Part> parts() {
        return parts;
    }

    Stream<Part> all() {
        return parts.stream().flatMap(Part::all);
    }

    Workspace workspace() {
        return workspace;
    }

    /** All its class files. Of several by one name it gives the one that comes first. */
    ClassFiles classFiles() {
        return new ClassFiles() {
            @Override
            public Collection<String> names() {
                return Collections.unmodifiableSet(classes.keySet());
            }

            @Override
            public byte @Nullable [] find(String name) {
                Place place = classes.get(name);
                return place == null ? null : place.find(name);
            }
        };
    }

    /** Closes its files, and deletes what was unpacked of them. */
    @Override
    public void close() throws WeaveException {
        try {
            workspace.close();
        } catch (IOException e) {
            throw WeaveException.file("a temporary file can't be deleted: " + e.getMessage());
        }
    }
}
