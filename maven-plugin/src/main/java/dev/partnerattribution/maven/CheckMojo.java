package dev.partnerattribution.maven;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.CheckReport;
import dev.partnerattribution.templates.Finding;
import dev.partnerattribution.templates.Rule;
import dev.partnerattribution.templates.TemplateCheck;
import dev.partnerattribution.templates.TemplateFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Fails the build where the tracking ID of a template is missing or wrong. Writes nothing. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class CheckMojo extends TemplatesMojo {
    /** The lowest level that fails the build: error, warning or note. */
    @Parameter(property = "partner.attribution.failOn", defaultValue = "error")
    private String failOn = "error";

    @Override
    void run(List<TemplateFile> files) throws MojoFailureException {
        Rule.Level level = level();
        TrackingId id = id();
        CheckReport report = (id == null ? new TemplateCheck() : new TemplateCheck().expecting(id)).check(files);
        if (report.templates() == 0) {
            throw nothingFound();
        }
        List<String> faults = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (finding.rule().level().compareTo(level) <= 0) {
                faults.add(finding.message());
            } else {
                getLog().warn(finding.message());
            }
        }
        if (!faults.isEmpty()) {
            throw new MojoFailureException(String.join(System.lineSeparator(), faults));
        }
    }

    private Rule.Level level() throws MojoFailureException {
        try {
            return Rule.Level.valueOf(failOn.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            // Not as the cause, whose message Maven would add.
            throw new MojoFailureException("<failOn> is " + failOn + ": say error, warning or note");
        }
    }
}
