package dev.partnerattribution.processor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tracking ID that a build gives by {@code -A} options, one per channel, in place of the ID in the source. */
final class BuildOptions {
    private static final String PREFIX = "partner.attribution.";

    /** The names of all options, in the order in which messages list them. */
    static final List<String> NAMES =
            Arrays.stream(IdForm.values()).map(IdForm::option).collect(Collectors.toUnmodifiableList());

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
        if (options.keySet().containsAll(NAMES)) {
            throw new Rejected(Messages.twoOptions(place));
        }
        for (IdForm form : IdForm.values()) {
            if (options.containsKey(form.option())) {
                return Optional.of(SourcedId.parse(form, literal(form, options, place)));
            }
        }
        return Optional.empty();
    }

    /** {@code -Aname} without {@code =} has no value at all, and is as blank as one with it. */
    private static Literal literal(IdForm form, Map<String, String> options, Place place) {
        String value = options.get(form.option());
        return new Literal("option -A" + form.option(), value == null ? "" : value, place);
    }
}
