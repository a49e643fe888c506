package dev.partnerattribution.processor;

import dev.partnerattribution.AttributionConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Writes the service file, also into a named module: the agent and old class paths read it. An IDE, or a javac that is given a
 * few sources, compiles into a folder that has one already: of that, what is still true is kept.
 */
final class ServiceFileWriter {
    static final String NAME = "META-INF/services/" + AttributionConfiguration.class.getName();

    private final Filer filer;

    ServiceFileWriter(Filer filer) {
        this.filer = filer;
    }

    /**
     * Writes it.
     *
     * @param module the name of the module and a slash, or empty
     * @param compiled whether a class, by its binary name, is compiled now, so that what an earlier file says of it is old
     * @param generated the annotated class of each configuration, by the configuration's name
     * @return where it was written to
     */
    URI write(String module, Predicate<String> compiled, SortedMap<String, TypeElement> generated) throws IOException {
        FileObject file = filer.createResource(
                StandardLocation.CLASS_OUTPUT, module, NAME, generated.values().toArray(new Element[0]));
        SortedSet<String> entries = new TreeSet<>(generated.keySet());
        entries.addAll(EarlierServices.stillTrue(file.toUri(), compiled));
        try (OutputStream out = file.openOutputStream()) {
            out.write((String.join("\n", entries) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return file.toUri();
    }
}
