package dev.partnerattribution.templates;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Refused.Reason;

/**
 * Puts a tracking ID into main templates, as the empty deployment that Microsoft describes. Every byte outside of it stays
 * as it was, and stamping again changes nothing. Immutable, and safe to use from several threads.
 *
 * <p>A pid deployment that is there already, and whose name is given by a variable or parameter, gets the ID as a literal
 * name. One that holds another partner's ID is never touched.
 */
public final class Stamping {
    private final TrackingId id;
    private final boolean fillPlaceholders;
    private final boolean besideOthers;

    private Stamping(TrackingId id, boolean fillPlaceholders, boolean besideOthers) {
        this.id = id;
        this.fillPlaceholders = fillPlaceholders;
        this.besideOthers = besideOthers;
    }

    /** With this ID. */
    public static Stamping of(TrackingId id) {
        return new Stamping(id, false, false);
    }

    /**
     * Writes the ID over a placeholder, such as {@code pid-<Tracking GUID …>} or {@code pid-00000000-…}. Without this such
     * a file is refused: the placeholder may be filled in elsewhere, such as by a release pipeline.
     */
    public Stamping fillingPlaceholders() {
        return new Stamping(id, true, besideOthers);
    }

    /**
     * Adds the ID beside another partner's. Without this such a file is refused. It is legal, and nobody says which of the
     * two is credited.
     */
    public Stamping besideOthers() {
        return new Stamping(id, fillPlaceholders, true);
    }

    /** Works out the change; writes nothing. Never throws because of what the template holds. */
    public StampOutcome stamp(Template template) {
        UnreadableException fault = template.fault();
        if (fault != null) {
            return refused(template, Reason.UNREADABLE, fault.offset(), fault.why());
        }
        Model model = template.model();
        if (model == null) {
            return refused(
                    template,
                    Reason.NOT_A_TEMPLATE,
                    0,
                    "it is " + template.kind().description() + ": stamp the main template");
        }
        if (LinkedFolder.holds(template.name())) {
            return refused(
                    template,
                    Reason.LINKED_TEMPLATE,
                    0,
                    "it is in a folder of linked templates, and the ID goes into the main template only: stamp that one");
        }
        return new StampDecision(template, model, id, fillPlaceholders, besideOthers).outcome();
    }

    /**
     * The same for a file that was found beside others: refused where another of them deploys it, or where it is in a
     * package, which must be packed anew.
     */
    public StampOutcome stamp(TemplateFile file) {
        if (!file.entry().isEmpty()) {
            return stamp(Template.ofPackage(file.path().toString()));
        }
        StampOutcome outcome = stamp(file.template());
        return file.role() != TemplateFile.Role.LINKED || outcome instanceof Refused
                ? outcome
                : refused(
                        file.template(),
                        Reason.LINKED_TEMPLATE,
                        0,
                        "another of these files deploys it, and the ID goes into the main template only: stamp that one");
    }

    static Refused refused(Template template, Reason reason, int offset, String why) {
        return new Refused(
                template.name(), reason, template.source().position(offset), template.at(offset) + "refused: " + why);
    }
}
