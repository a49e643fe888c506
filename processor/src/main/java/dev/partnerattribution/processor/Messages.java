package dev.partnerattribution.processor;

import dev.partnerattribution.AttributionConfiguration;
import dev.partnerattribution.TrackingId;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Everything this processor ever says: what is wrong, and what to do. Each message starts with a tag that stays the same
 * from release to release, so that it can be searched for. What the compiler reports itself is not said again.
 */
final class Messages {
    private static final String ID_TO_GIVE =
            "give guid = \"<the GUID registered in Partner Center>\" or trackingId = \"pid-...\"";

    private Messages() {}

    static Message invalidId(Literal source, String fault) {
        return error("invalid-id", source.place(), source.name() + ": " + fault);
    }

    static Message doubtfulId(Literal source, TrackingId id, String doubt) {
        String text = source.name() + ": " + id + " is well-formed, but " + doubt
                + ": make sure that it is the GUID registered in Partner Center";
        return message(Diagnostic.Kind.WARNING, "doubtful-id", source.place(), text);
    }

    static Message twoIds(Literal second) {
        return error("two-ids", second.place(), "guid and trackingId are both given: remove one of them");
    }

    static Message noId(Place place) {
        return error(
                "no-id",
                place,
                "neither guid nor trackingId is given: " + ID_TO_GIVE + ", or let the build supply it by -A"
                        + IdForm.GUID.option() + "=<GUID>");
    }

    static Message twoOptions(Place place) {
        return error(
                "two-options",
                place,
                "options -A" + String.join(" and -A", BuildOptions.ID_NAMES) + " are both given: remove one of them");
    }

    static Message unknownOption(String name, Place place) {
        return error(
                "unknown-option",
                place,
                "unknown option -A" + name + "; known: -A" + String.join(", -A", BuildOptions.NAMES));
    }

    static Message notABoolean(String option, Place place) {
        return error("unknown-value", place, "option -A" + option + ": write -A" + option + "=true or =false");
    }

    static Message noPartner(TypeElement type) {
        return error(
                "no-partner",
                Place.of(type),
                "option -A" + BuildOptions.NOTICE + " asks for the notice to customers, which names the partner: add "
                        + "partner = \"<your company>\"");
    }

    /** @param refusal why stamping would not mend it; empty if it would */
    static Message templateWithoutId(TypeElement type, String template, TrackingId id, String refusal) {
        String remedy = refusal.isEmpty()
                ? "stamp it by `partner-attribution template stamp` or the Maven plugin"
                : "stamping refuses it: " + refusal;
        return message(
                Diagnostic.Kind.WARNING,
                "template-without-id",
                Place.of(type),
                "the main template " + template + " among the resources does not have " + id
                        + ", so that who deploys it is not attributed to you: " + remedy + "; -A"
                        + BuildOptions.TEMPLATES + "=false keeps from looking");
    }

    static Message blankPartner(Literal source) {
        return error(
                "invalid-partner", source.place(), "partner is blank: give the name customers know, or leave it out");
    }

    static Message longPartner(Literal source) {
        return error(
                "invalid-partner",
                source.place(),
                "partner has " + source.text().length() + " characters, more than " + PartnerName.MAX_LENGTH
                        + ": shorten it");
    }

    static Message unprintablePartner(Literal source, int character) {
        return error(
                "invalid-partner",
                source.place(),
                String.format(Locale.ROOT, "partner has the unprintable character U+%04X: remove it", character));
    }

    static Message notAClass(Place place) {
        return error(
                "not-a-class",
                place,
                "@PartnerAttribution stands on an interface without a static main method: put it on the class that has "
                        + "the program's main method");
    }

    static Message compactSource(TypeElement type) {
        return error(
                "compact-source",
                Place.of(type),
                "@PartnerAttribution stands in a compact source file, whose class has no name to generate a "
                        + "configuration for: write the class around main, and put it there");
    }

    static Message privateClass(TypeElement type) {
        return error(
                "private-class",
                Place.of(type),
                type.getQualifiedName() + " can't be a program's main class because it, or a class around it, is "
                        + "private: remove private, or move @PartnerAttribution to the class that has main");
    }

    static Message noPackage(TypeElement type) {
        return error(
                "no-package",
                Place.of(type),
                type.getQualifiedName() + " is in no package, where a named module can have no program: put it in one");
    }

    static Message nameTaken(Declaration declaration) {
        return error(
                "name-taken",
                Place.of(declaration.type()),
                "the configuration of this class is to be generated as "
                        + declaration.generated().canonicalName()
                        + ", and there is a class of that name already: rename one of the two");
    }

    /** @param implementations everything the module should provide, so that the line can be copied as it is */
    static Message missingProvides(TypeElement type, String module, Collection<String> implementations) {
        return error(
                "missing-provides",
                Place.of(type),
                "module " + module + " does not provide the configuration of this class; its module-info.java needs: "
                        + "provides " + AttributionConfiguration.class.getName() + " with "
                        + String.join(", ", implementations) + ";");
    }

    static Message notWritten(TypeElement type, String file, IOException reason) {
        return error("not-written", Place.of(type), file + " can't be written: " + reason);
    }

    private static Message error(String tag, Place place, String text) {
        return message(Diagnostic.Kind.ERROR, tag, place, text);
    }

    private static Message message(Diagnostic.Kind kind, String tag, Place place, String text) {
        return new Message(kind, "[partner-attribution:" + tag + "] " + text, place);
    }
}
