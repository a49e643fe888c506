package dev.partnerattribution.cli.environment;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.children.ChildEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A variable that carries the tracking ID. {@link ChildEnvironment} decides which they are; here it is only asked, with an
 * empty environment and with a full one.
 *
 * @param value what it is set to where it was not set
 * @param shared whether the value stands beside what is there already; otherwise what is there stays alone
 */
record Variable(String name, String value, boolean shared) {
    static final String USER_AGENT = "AZURE_HTTP_USER_AGENT";

    /**
     * What stands behind the ID where nothing else would. GitHub's actions for Azure glue their own name to the end of what
     * is there, {@code …+GITHUBACTIONS/…}, and an ID that something is glued to is no word of its own.
     */
    static final String LAST_WORD = "partner-attribution";

    /** What may stand around a word. */
    static final String SEPARATORS = " +,;()";

    private static final String THERE = "there";

    static List<Variable> of(TrackingId id) {
        ChildEnvironment children = new ChildEnvironment(id);
        Map<String, String> empty = new LinkedHashMap<>();
        children.addTo(empty);
        Map<String, String> full = new LinkedHashMap<>();
        empty.keySet().forEach(name -> full.put(name, THERE));
        children.addTo(full);
        return empty.entrySet().stream()
                .map(variable -> new Variable(
                        variable.getKey(), variable.getValue(), !THERE.equals(full.get(variable.getKey()))))
                .toList();
    }

    /** Terraform and Pulumi would send it beside what stands in {@link #USER_AGENT}: only where that is ours. */
    boolean needsUserAgent() {
        return name.startsWith("ARM_");
    }
}
