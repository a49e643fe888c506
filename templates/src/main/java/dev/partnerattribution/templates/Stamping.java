package dev.partnerattribution.templates;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Refused.Reason;
import dev.partnerattribution.templates.internal.files.LinkedFolder;
import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.stamping.Decision;
import dev.partnerattribution.templates.internal.stamping.StampDecision;
import dev.partnerattribution.templates.internal.stamping.Wish;
import java.util.Locale;

/**
 * Puts a tracking ID into main templates, as the empty deployment that Microsoft describes. Every byte outside of it stays
 * as it was, and stamping again changes nothing. Immutable, and safe to use from several threads.
 *
 * <p>A pid deployment that is there already, and whose name is an expression that comes to the ID, gets the ID itself as its
 * name. What can't be worked out is left alone, and so is another partner's ID.
 */
public final class Stamping {
    /** How the deployment is named. */
    public enum NameForm {
        /** By the ID alone, as Microsoft's page has it. */
        LITERAL,
        /**
         * By the ID and a hash of the deployment's name and region, as Microsoft's landing zones do it. Above resource groups
         * the bare name fails when the template is deployed to a second region, or twice at the same time.
         */
        REGIONAL;

        /** As users write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Wish wish;

    private Stamping(Wish wish) {
        this.wish = wish;
    }

    /** With this ID; the name is {@link NameForm#REGIONAL} above resource groups, else {@link NameForm#LITERAL}. */
    public static Stamping of(TrackingId id) {
        return new Stamping(new Wish(id, false, false, null, null));
    }

    /**
     * Writes the ID over a placeholder, such as {@code pid-<Tracking GUID …>} or {@code pid-00000000-…}. Without this such
     * a file is refused: the placeholder may be filled in elsewhere, such as by a release pipeline.
     */
    public Stamping fillingPlaceholders() {
        return new Stamping(new Wish(wish.id(), true, wish.besideOthers(), wish.name(), wish.optOutParameter()));
    }

    /**
     * Adds the ID beside another partner's. Without this such a file is refused. It is legal, and nobody says which of the
     * two is credited.
     */
    public Stamping besideOthers() {
        return new Stamping(new Wish(wish.id(), wish.fillPlaceholders(), true, wish.name(), wish.optOutParameter()));
    }

    /** Names the deployment in this form, whatever the template's scope is. */
    public Stamping named(NameForm form) {
        return new Stamping(
                new Wish(wish.id(), wish.fillPlaceholders(), wish.besideOthers(), form, wish.optOutParameter()));
    }

    /**
     * Adds a parameter by which whoever deploys the template leaves the deployment out; if the template has one of this name
     * already, that decides.
     *
     * @param parameter a name of letters and digits, such as {@code telemetryOptOut}
     * @throws IllegalArgumentException if it is no such name
     */
    public Stamping withOptOut(String parameter) {
        if (!parameter.matches("[A-Za-z_][A-Za-z0-9_]{0,63}")) {
            throw new IllegalArgumentException("it is no name of a parameter: " + parameter);
        }
        return new Stamping(new Wish(wish.id(), wish.fillPlaceholders(), wish.besideOthers(), wish.name(), parameter));
    }

    /** Works out the change; writes nothing. Never throws because of what the template holds. */
    public StampOutcome stamp(Template template) {
        Document document = template.document();
        if (LinkedFolder.holds(document)) {
            return refused(
                    document,
                    Reason.LINKED_TEMPLATE,
                    "it is in a folder of linked templates, and the ID goes into the main template only: stamp that one");
        }
        Decision decision = StampDecision.of(document, wish);
        Reason reason = decision.reason();
        String message = document.at(decision.at()) + decision.message();
        Position position = document.source().position(decision.at());
        if (reason != null) {
            return new Refused(document.name(), reason, position, message);
        }
        return decision.edits().isEmpty()
                ? new Unchanged(document.name(), position, message)
                : new Stamped(document, decision.edits(), message);
    }

    /**
     * The same for a file that was found beside others: refused where another of them deploys it, where Bicep writes it, or
     * where it is in a package, which must be packed anew.
     */
    public StampOutcome stamp(TemplateFile file) {
        if (!file.entry().isEmpty()) {
            return stamp(Template.ofPackage(file.path().toString()));
        }
        Template template = file.template();
        StampOutcome outcome = stamp(template);
        if (outcome instanceof Refused) {
            return outcome;
        }
        return switch (file.role()) {
            case LINKED ->
                refused(
                        template.document(),
                        Reason.LINKED_TEMPLATE,
                        file.why() + ", and the ID goes into the main template only: stamp that one");
            case COMPILED ->
                refused(
                        template.document(),
                        Reason.COMPILED_TEMPLATE,
                        file.why() + ", and the next build writes it anew: stamp that one");
            default -> outcome;
        };
    }

    private static Refused refused(Document document, Reason reason, String why) {
        return new Refused(document.name(), reason, new Position(1, 1), document.at(0) + "refused: " + why);
    }
}
