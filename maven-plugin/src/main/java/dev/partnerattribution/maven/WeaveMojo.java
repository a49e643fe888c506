package dev.partnerattribution.maven;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.weave.ProgramWeaver;
import dev.partnerattribution.weave.WeaveOptions;
import dev.partnerattribution.weave.archive.Output;
import dev.partnerattribution.weave.archive.Program;
import dev.partnerattribution.weave.archive.WeaveException;
import dev.partnerattribution.weave.archive.WovenProgram;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Builds attribution into a copy of the project's jar or WAR, for places where no agent may run. Name this plugin behind the one
 * that packs the dependencies, such as maven-shade-plugin or spring-boot-maven-plugin, so that they are woven, too.
 */
@Mojo(name = "weave", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class WeaveMojo extends AttributionMojo {
    private final MavenProjectHelper projectHelper;

    /** The archive to weave; the project's own unless said otherwise. */
    @Parameter(property = "partner.attribution.weave.input")
    private @Nullable File input;

    /** The classifier of the woven artifact, which is attached to the project: {@code attributed} unless said otherwise. */
    @Parameter(property = "partner.attribution.weave.classifier", defaultValue = "attributed")
    private String classifier = "attributed";

    /** Weaves no tracking ID in: the program will ask for it, by system property, environment or annotation. */
    @Parameter(property = "partner.attribution.weave.id-at-run-time", defaultValue = "false")
    private boolean idAtRunTime;

    /** Takes the signature out of an archive that changes; who checks it will refuse the archive until it is signed anew. */
    @Parameter(property = "partner.attribution.weave.strip-signatures", defaultValue = "false")
    private boolean stripSignatures;

    @Inject
    WeaveMojo(MavenProjectHelper projectHelper) {
        this.projectHelper = projectHelper;
    }

    @Override
    void run() throws MojoFailureException {
        File original = input != null ? input : project.getArtifact().getFile();
        if (original == null || !original.isFile()) {
            throw new MojoFailureException("there is no archive to weave yet: bind this goal to the phase package or a"
                    + " later one, or name one by <input>");
        }
        try {
            weave(original.toPath());
        } catch (WeaveException e) {
            // Not as the cause, whose message Maven would add.
            throw new MojoFailureException(e.getMessage());
        }
    }

    private void weave(Path original) throws MojoFailureException, WeaveException {
        String name = original.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        Path target = Path.of(
                project.getBuild().getDirectory(),
                project.getBuild().getFinalName() + "-" + classifier + "." + extension);
        Output output = Output.of(target, List.of(original), true);
        try (Program program = Program.open(List.of(original))) {
            WovenProgram woven = program.weave(new ProgramWeaver(), new WeaveOptions(idFor(program)), stripSignatures);
            if (!woven.isChanged() && !woven.wasWoven()) {
                throw new MojoFailureException(original + ": " + String.join("; ", woven.warnings())
                        + ". Is this plugin named behind the one that packs the dependencies? <skip> passes over it");
            }
            woven.writeTo(output);
            woven.warnings().forEach(getLog()::warn);
        }
        projectHelper.attachArtifact(project, extension, classifier, target.toFile());
        getLog().info("woven: " + target);
    }

    /** That of the annotation is left to the annotation, which a system property or the environment may overrule. */
    private @Nullable TrackingId idFor(Program program) throws MojoFailureException {
        TrackingId id = idAtRunTime ? null : configuredId();
        if (id == null && !idAtRunTime && !program.isAnnotated()) {
            throw new MojoFailureException(
                    "no tracking ID is given: configure <guid> or <trackingId> in this plugin,"
                            + " annotate the main class, or say <idAtRunTime> if a system property or the environment will say it");
        }
        return id;
    }
}
