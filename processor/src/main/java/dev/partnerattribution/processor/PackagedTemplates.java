package dev.partnerattribution.processor;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Refused;
import dev.partnerattribution.templates.StampOutcome;
import dev.partnerattribution.templates.Stamping;
import dev.partnerattribution.templates.Template;
import dev.partnerattribution.templates.Unchanged;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The main templates among a module's resources, as far as they lie where classes are compiled to. Maven and IDEs copy
 * resources there before they compile; Gradle keeps them elsewhere, and so does a compiler in memory.
 */
final class PackagedTemplates {
    /** As Microsoft's page and the quick-starts call them, in lower case. */
    private static final Set<String> MAIN_TEMPLATES =
            Set.of("maintemplate.json", "azuredeploy.json", "main.bicep", "azuredeploy.bicep");

    private static final int DEEPEST = 16;

    private PackagedTemplates() {}

    /**
     * Those that have none of these IDs, by their path among the resources, each with why that can't be mended by stamping,
     * or an empty text if it can.
     *
     * @param serviceFile where {@link ServiceFileWriter} wrote to: that is among them too
     */
    static SortedMap<String, String> without(Collection<TrackingId> ids, URI serviceFile) {
        SortedMap<String, String> found = new TreeMap<>();
        try {
            Path output = Path.of(serviceFile).resolve("../../..").normalize();
            for (Path file : mainTemplates(output)) {
                describe(Template.read(file), ids, output.relativize(file).toString(), found);
            }
        } catch (IOException | RuntimeException e) {
            // It is no file, or can't be read: this is an offer to look, and nobody's build.
        }
        return found;
    }

    private static List<Path> mainTemplates(Path output) throws IOException {
        try (Stream<Path> files = Files.find(
                output,
                DEEPEST,
                (file, attributes) -> attributes.isRegularFile()
                        && MAIN_TEMPLATES.contains(file.getFileName().toString().toLowerCase(Locale.ROOT)))) {
            return files.toList();
        }
    }

    private static void describe(
            Template template, Collection<TrackingId> ids, String path, SortedMap<String, String> found) {
        if (!template.kind().isTemplate()) {
            return;
        }
        String why = "";
        for (TrackingId id : ids) {
            StampOutcome outcome = Stamping.of(id).stamp(template);
            if (outcome instanceof Unchanged) {
                return;
            }
            why = outcome instanceof Refused ? outcome.message() : why;
        }
        found.put(path.replace('\\', '/'), why);
    }
}
