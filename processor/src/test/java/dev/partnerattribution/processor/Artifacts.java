package dev.partnerattribution.processor;

import com.fasterxml.jackson.core.JsonFactory;
import com.palantir.javapoet.JavaFile;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Template;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a build hands to a compiler: directories or jars, as this build has them. */
final class Artifacts {
    private Artifacts() {}

    static Path processor() {
        return of(PartnerAttributionProcessor.class);
    }

    static Path runtime() {
        return of(TrackingId.class);
    }

    /** The processor and all it depends on. */
    static List<Path> processorPath() {
        return List.of(processor(), runtime(), of(JavaFile.class), of(Template.class), of(JsonFactory.class));
    }

    static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
