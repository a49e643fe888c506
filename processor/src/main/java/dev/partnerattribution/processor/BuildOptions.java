package dev.partnerattribution.processor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a build says by {@code -A} options: the tracking ID, one per channel, in place of the ID in the source; whether the
 * customer notice is wanted, and whether main templates are left unlooked at.
 */
final class BuildOptions {
    private static final String PREFIX = "partner.attribution.";

    /** {@code true} writes the customer notice into the jar. */
    static final String NOTICE = PREFIX + "notice";

    /** {@code false} keeps from warning of main templates without the ID. */
    static final String TEMPLATES = PREFIX + "templates";

    /** Those that give the ID. */
    static final List<String> ID_NAMES =
            Arrays.stream(IdForm.values()).map(IdForm::option).collect(Collectors.toUnmodifiableList());

    /** The names of all options, in the order in which messages list them. */
    static final List<String> NAMES =
            Stream.concat(ID_NAMES.stream(), Stream.of(NOTICE, TEMPLATES)).collect(Collectors.toUnmodifiableList());

    private BuildOptions() {}

    /** The known options, and those given by mistake, since javac warns of those that nobody claims. */
    static Set<String> claimed(Map<String, String> options) {
        Set<String> claimed = new TreeSet<>(NAMES);
        options.keySet().stream().filter(name -> name.startsWith(PREFIX)).forEach(claimed::add);
        return claimed;
    }

    /**
     * The ID that the options give, or empty if they give none.
     *
     * @param options the options of the compilation, everybody's
     * @param place where messages go, since options have no place in the source
     */
    static Optional<SourcedId> id(Map<String, String> options, Place place) throws Rejected {
        for (String name : new TreeSet<>(options.keySet())) {
            if (name.startsWith(PREFIX) && !NAMES.contains(name)) {
                throw new Rejected(Messages.unknownOption(name, place));
            }
        }
        if (options.keySet().containsAll(ID_NAMES)) {
            throw new Rejected(Messages.twoOptions(place));
        }
        for (IdForm form : IdForm.values()) {
            if (options.containsKey(form.option())) {
                return Optional.of(SourcedId.parse(form, literal(form, options, place)));
            }
        }
        return Optional.empty();
    }

    /** Whether an option says true; one without a value does. */
    static boolean isOn(String option, boolean otherwise, Map<String, String> options, Place place) throws Rejected {
        if (!options.containsKey(option)) {
            return otherwise;
        }
        String value = options.get(option);
        if (value == null || value.isEmpty() || value.equals("true")) {
            return true;
        }
        if (value.equals("false")) {
            return false;
        }
        throw new Rejected(Messages.notABoolean(option, place));
    }

    /** {@code -Aname} without {@code =} has no value at all, and is as blank as one with it. */
    private static Literal literal(IdForm form, Map<String, String> options, Place place) {
        String value = options.get(form.option());
        return new Literal("option -A" + form.option(), value == null ? "" : value, place);
    }
}
