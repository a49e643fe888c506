package dev.partnerattribution.maven;

import dev.partnerattribution.AttributionConfiguration;
import dev.partnerattribution.InvalidTrackingIdException;
import dev.partnerattribution.TrackingId;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The tracking ID of a project: from the plugin's configuration, else the compiler's arguments, else the annotation. */
final class ProjectId {
    private ProjectId() {}

    /**
     * @return null if nobody says one
     * @throws MojoFailureException if a source says something wrong; the next source is not asked then
     */
    static @Nullable TrackingId of(MavenProject project, @Nullable String guid, @Nullable String whole)
            throws MojoFailureException {
        TrackingId configured = configured(project, guid, whole);
        return configured != null
                ? configured
                : annotated(Path.of(project.getBuild().getOutputDirectory()));
    }

    /**
     * Does not ask the annotation, which says nothing before the project is compiled.
     *
     * @return null if neither the plugin's configuration nor the compiler's arguments give one
     * @throws MojoFailureException if a source says something wrong; the next source is not asked then
     */
    static @Nullable TrackingId configured(MavenProject project, @Nullable String guid, @Nullable String whole)
            throws MojoFailureException {
        TrackingId configured = one("<guid>", guid, "<trackingId>", whole);
        if (configured != null) {
            return configured;
        }
        CompilerArguments arguments = CompilerArguments.of(project);
        String guidOption = "partner.attribution.guid";
        String wholeOption = "partner.attribution.trackingId";
        return one("-A" + guidOption, arguments.option(guidOption), "-A" + wholeOption, arguments.option(wholeOption));
    }

    private static @Nullable TrackingId one(
            String guidName, @Nullable String guid, String wholeName, @Nullable String whole)
            throws MojoFailureException {
        if (guid != null && whole != null) {
            throw new MojoFailureException(
                    guidName + " and " + wholeName + " are both set: keep the one that Partner Center shows");
        }
        try {
            if (guid != null) {
                return TrackingId.ofGuid(guid);
            }
            return whole == null ? null : TrackingId.parse(whole);
        } catch (InvalidTrackingIdException e) {
            throw new MojoFailureException((guid != null ? guidName : wholeName) + ": " + e.getMessage(), e);
        }
    }

    /** The processor has registered a class that knows the ID: it is there once the project is compiled. */
    private static @Nullable TrackingId annotated(Path classes) throws MojoFailureException {
        URL[] urls = new URL[1];
        List<AttributionConfiguration> found = new ArrayList<>();
        try {
            urls[0] = classes.toUri().toURL();
            try (URLClassLoader loader = new URLClassLoader(urls, AttributionConfiguration.class.getClassLoader())) {
                ServiceLoader.load(AttributionConfiguration.class, loader).forEach(found::add);
                return only(found);
            }
        } catch (IOException | ServiceConfigurationError | LinkageError e) {
            throw new MojoFailureException(
                    "@PartnerAttribution can't be read from " + classes + " (" + e.getMessage()
                            + "): run Maven with the JDK that the project is compiled for, or configure <guid>",
                    e);
        }
    }

    private static @Nullable TrackingId only(List<AttributionConfiguration> found) throws MojoFailureException {
        if (found.size() > 1) {
            throw new MojoFailureException("several classes have @PartnerAttribution: "
                    + String.join(
                            ", ",
                            found.stream()
                                    .map(AttributionConfiguration::annotatedClass)
                                    .toList())
                    + "; configure <guid> or <trackingId>");
        }
        return found.isEmpty()
                ? null
                : one("", null, "@PartnerAttribution", found.get(0).trackingId());
    }
}
