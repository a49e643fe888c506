package dev.partnerattribution.cli.doctor.detecting;

import dev.partnerattribution.internal.options.Route;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A way to Azure Resource Manager that an application contains.
 *
 * @param name what a person calls it
 * @param route the agent's route that it takes; null if none is for it
 * @param version null where it has none or that is not known
 * @param sentBy the library that sends its requests, with its version; empty if that is this way itself
 * @param coverage what covers it, if it is there; the order is that of {@link Coverage}
 * @param inEffect whether one of these is there
 * @param remark what else is to be known, or empty
 * @param where archives or classes
 */
public record Way(
        String name,
        @Nullable Route route,
        @Nullable String version,
        String sentBy,
        Certainty certainty,
        Set<Coverage> coverage,
        boolean inEffect,
        String remark,
        List<String> where) {
    public Way {
        coverage = new TreeSet<>(coverage);
        where = List.copyOf(where);
    }

    /** Whether the application is taken to go this way. */
    public boolean counts() {
        return certainty != Certainty.POSSIBLE;
    }

    public boolean isCoveredBy(Coverage one) {
        return coverage.contains(one);
    }

    /** Its version and that of what sends for it, in words. */
    public String versionInWords() {
        String own = version == null ? "" : version;
        return own.isEmpty() || sentBy.isEmpty() ? own + sentBy : own + " on " + sentBy;
    }

    /** What covers it, in words. */
    public String coverageInWords() {
        return coverage.isEmpty()
                ? "nothing"
                : coverage.stream().map(Coverage::words).collect(Collectors.joining(" or "));
    }
}
