package dev.partnerattribution.maven;

import dev.partnerattribution.TrackingId;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: the project, its tracking ID, and that they can be skipped. */
abstract class AttributionMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    MavenProject project;

    /** The registered GUID. */
    @Parameter(property = "partner.attribution.guid")
    private @Nullable String guid;

    /** The whole ID that Partner Center shows for a marketplace offer; instead of the GUID. */
    @Parameter(
            alias = "tracking-id",
            property = "partner.attribution.tracking-id",
            defaultValue = "${partner.attribution.trackingId}")
    private @Nullable String trackingId;

    /** Does nothing. */
    @Parameter(property = "partner.attribution.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("skipped");
            whenSkipped();
        } else {
            run();
        }
    }

    /** Leaves what others need of the goal also where it does nothing. */
    void whenSkipped() {}

    /** Does the goal's work. */
    abstract void run() throws MojoFailureException;

    /** The ID that the plugin's configuration gives, else the compiler's arguments; null if neither does. */
    final @Nullable TrackingId configuredId() throws MojoFailureException {
        return warned(ProjectId.configured(project, guid, trackingId));
    }

    /** The same, or else that of the annotation; null if nobody says one. */
    final @Nullable TrackingId id() throws MojoFailureException {
        return warned(ProjectId.of(project, guid, trackingId));
    }

    private @Nullable TrackingId warned(@Nullable TrackingId id) {
        if (id != null && id.doubt() != null) {
            getLog().warn(id + " is probably not meant: " + id.doubt());
        }
        return id;
    }
}
