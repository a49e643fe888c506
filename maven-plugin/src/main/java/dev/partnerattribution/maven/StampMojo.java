package dev.partnerattribution.maven;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Refused;
import dev.partnerattribution.templates.StampOutcome;
import dev.partnerattribution.templates.Stamped;
import dev.partnerattribution.templates.Stamping;
import dev.partnerattribution.templates.Stamping.NameForm;
import dev.partnerattribution.templates.TemplateFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Puts the tracking ID into the main templates in {@code target/classes}. Sources are as before, unless
 * {@code <templates>} names them.
 */
@Mojo(name = "stamp", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class StampMojo extends TemplatesMojo {
    /** Writes the ID over placeholders. */
    @Parameter(property = "partner.attribution.fill-placeholders", defaultValue = "false")
    private boolean fillPlaceholders;

    /** Adds the ID beside another partner's; nobody says which of the two is credited. */
    @Parameter(property = "partner.attribution.beside-others", defaultValue = "false")
    private boolean besideOthers;

    /** How the deployment is named: {@code literal} or {@code regional}; the template's scope decides if nothing is said. */
    @Parameter(property = "partner.attribution.name")
    private @Nullable String name;

    /** Adds a parameter of this name, by which a customer leaves the deployment out. */
    @Parameter(property = "partner.attribution.opt-out-parameter")
    private @Nullable String optOutParameter;

    @Override
    void run(List<TemplateFile> files) throws MojoFailureException {
        Stamping stamping = stamping();
        // Not a fault: the goal "check" may be told of them by the same <templates>.
        files.stream()
                .filter(file -> !file.isToBeStamped() && isNamed(file))
                .map(file -> stamping.stamp(file).message())
                .distinct()
                .forEach(getLog()::warn);
        List<TemplateFile> mains =
                files.stream().filter(TemplateFile::isToBeStamped).toList();
        if (mains.isEmpty()) {
            throw nothingFound();
        }
        List<String> refused = new ArrayList<>();
        for (TemplateFile file : mains) {
            StampOutcome outcome = stamping.stamp(file);
            if (outcome instanceof Refused) {
                refused.add(outcome.message());
            } else {
                write(file, outcome);
            }
        }
        if (!refused.isEmpty()) {
            throw new MojoFailureException(String.join(System.lineSeparator(), refused));
        }
    }

    private void write(TemplateFile file, StampOutcome outcome) throws MojoFailureException {
        if (outcome instanceof Stamped stamped) {
            try {
                stamped.replace(file.path());
            } catch (IOException e) {
                throw new MojoFailureException(file.path() + " can't be written: " + e.getMessage(), e);
            }
        }
        getLog().info(outcome.message());
    }

    private Stamping stamping() throws MojoFailureException {
        TrackingId id = id();
        if (id == null) {
            throw new MojoFailureException("no tracking ID is given: configure <guid> or <trackingId> in this plugin;"
                    + " @PartnerAttribution counts from the phase process-classes on");
        }
        Stamping stamping = Stamping.of(id);
        try {
            stamping = name == null ? stamping : stamping.named(NameForm.valueOf(name.toUpperCase(Locale.ROOT)));
            stamping = optOutParameter == null ? stamping : stamping.withOptOut(optOutParameter);
        } catch (IllegalArgumentException e) {
            // Not as the cause, whose message Maven would add.
            throw new MojoFailureException("<name> is literal or regional, and <optOutParameter> a name of letters and"
                    + " digits: correct them");
        }
        stamping = fillPlaceholders ? stamping.fillingPlaceholders() : stamping;
        return besideOthers ? stamping.besideOthers() : stamping;
    }
}
