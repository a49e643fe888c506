package dev.partnerattribution.maven;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.CheckReport;
import dev.partnerattribution.templates.Finding;
import dev.partnerattribution.templates.Rule;
import dev.partnerattribution.templates.SkippedRules;
import dev.partnerattribution.templates.TemplateCheck;
import dev.partnerattribution.templates.TemplateFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Fails the build where the tracking ID of a template is missing or wrong. Writes nothing. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class CheckMojo extends TemplatesMojo {
    /** The lowest level that fails the build: error, warning or note. */
    @Parameter(property = "partner.attribution.fail-on", defaultValue = "error")
    private String failOn = "error";

    /** Rules whose findings count for nothing, each with the reason: {@code <PAT013>both partners are meant</PAT013>}. */
    @Parameter
    private @Nullable Map<String, String> skipRules;

    @Override
    void run(List<TemplateFile> files) throws MojoFailureException {
        Rule.Level level = level();
        TrackingId id = id();
        TemplateCheck check = new TemplateCheck().skipping(skipped());
        CheckReport report = (id == null ? check : check.expecting(id)).check(files);
        if (report.templates() == 0) {
            throw nothingFound();
        }
        List<String> faults = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (finding.rule().level().compareTo(level) <= 0) {
                faults.add(finding.message());
            } else if (finding.rule().level() == Rule.Level.WARNING) {
                getLog().warn(finding.message());
            } else {
                getLog().info(finding.message());
            }
        }
        if (!faults.isEmpty()) {
            throw new MojoFailureException(String.join(System.lineSeparator(), faults));
        }
    }

    private Map<Rule, String> skipped() throws MojoFailureException {
        List<String> rules = new ArrayList<>();
        if (skipRules != null) {
            skipRules.forEach((rule, why) -> rules.add(rule + "=" + (why == null ? "" : why)));
        }
        try {
            return SkippedRules.parse(rules);
        } catch (IllegalArgumentException e) {
            // Not as the cause, whose message Maven would add.
            throw new MojoFailureException("<skipRules>: " + e.getMessage());
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
