package dev.partnerattribution.processor;

import dev.partnerattribution.AttributionConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Writes the service file, also into a named module: the agent and old class paths read it. It doesn't look for an
 * earlier one, because Gradle hands an aggregating processor every annotated class each time, and Maven compiles all.
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
     * @param generated the annotated class of each configuration, by the configuration's name
     * @return where it was written to
     */
    URI write(String module, SortedMap<String, TypeElement> generated) throws IOException {
        FileObject file = filer.createResource(
                StandardLocation.CLASS_OUTPUT, module, NAME, generated.values().toArray(new Element[0]));
        try (OutputStream out = file.openOutputStream()) {
            out.write((String.join("\n", generated.keySet()) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return file.toUri();
    }
}
