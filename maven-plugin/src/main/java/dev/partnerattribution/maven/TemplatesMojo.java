package dev.partnerattribution.maven;

import dev.partnerattribution.templates.TemplateFile;
import dev.partnerattribution.templates.TemplateFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals for templates have in common: where the templates are. */
abstract class TemplatesMojo extends AttributionMojo {
    /** Files, folders or globs, relative to the project; {@code target/classes} unless said otherwise. */
    @Parameter(property = "partner.attribution.templates")
    private @Nullable List<String> templates;

    @Override
    final void run() throws MojoFailureException {
        run(find());
    }

    /** Does the goal's work on what was found. */
    abstract void run(List<TemplateFile> files) throws MojoFailureException;

    /** A build that was to have a template and has none would be without attribution, and nobody would know. */
    final MojoFailureException nothingFound() {
        return new MojoFailureException("no main template was found in " + String.join(", ", patterns())
                + ": name its file or folder in <templates>, or set <skip>true</skip> in a module without one");
    }

    /** Whether {@code <templates>} names this file, and not a folder or glob in which it happens to be. */
    final boolean isNamed(TemplateFile file) {
        return patterns().stream().map(File::new).anyMatch(file.path().toFile()::equals);
    }

    private List<TemplateFile> find() throws MojoFailureException {
        if ((templates == null || templates.isEmpty())
                && !new File(project.getBuild().getOutputDirectory()).exists()) {
            throw nothingFound();
        }
        try {
            return TemplateFiles.find(patterns(), this::property);
        } catch (IOException | InvalidPathException e) {
            throw new MojoFailureException("templates can't be read: " + e.getMessage() + "; see <templates>", e);
        }
    }

    /** What Maven puts in place of {@code ${name}} when it filters resources; null if it knows none. */
    private @Nullable String property(String name) {
        String given = System.getProperty(name);
        String value = given == null ? project.getProperties().getProperty(name) : given;
        return value != null
                ? value
                : switch (name) {
                    case "project.version", "version" -> project.getVersion();
                    case "project.artifactId" -> project.getArtifactId();
                    case "project.groupId" -> project.getGroupId();
                    case "project.name" -> project.getName();
                    default -> null;
                };
    }

    private List<String> patterns() {
        return templates == null || templates.isEmpty()
                ? List.of(project.getBuild().getOutputDirectory())
                : templates.stream().map(this::absolute).toList();
    }

    private String absolute(String pattern) {
        return new File(pattern).isAbsolute() ? pattern : project.getBasedir() + File.separator + pattern;
    }
}
