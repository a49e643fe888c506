package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.Route;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A child process, and what its environment was given. */
public final class ChildStart extends Receipt {
    /** Of a file, in most file systems. */
    private static final int LONGEST_NAME = 255;

    private final ResolvedAttribution attribution;
    private final String program;
    private final List<String> variables;
    private final boolean optedOut;

    /**
     * @param program the first word of the command
     * @param before the environment as the program would have handed it down
     * @param after the environment that is handed down
     */
    public ChildStart(
            ResolvedAttribution attribution, String program, Map<String, String> before, Map<String, String> after) {
        this.attribution = attribution;
        this.program = keptName(program);
        this.variables = differing(before, after);
        this.optedOut = attribution.isOptedOutBy(before);
    }

    @Override
    int bytesOfTexts() {
        int bytes = bytesOf(program);
        for (String name : variables) {
            bytes += bytesOf(name);
        }
        return bytes;
    }

    private static String keptName(String program) {
        String name = new File(program).getName();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static List<String> differing(Map<String, String> before, Map<String, String> after) {
        List<String> names = new ArrayList<String>();
        for (Map.Entry<String, String> variable : new TreeMap<String, String>(after).entrySet()) {
            if (!variable.getValue().equals(before.get(variable.getKey()))) {
                names.add(variable.getKey());
            }
        }
        return names;
    }

    @Override
    boolean isComplete() {
        return true;
    }

    private StampOutcome outcome() {
        return StampOutcome.handedDown(attribution, !variables.isEmpty(), optedOut);
    }

    @Override
    void describe(JsonLine line, NameHasher names) {
        line.text("kind", "child")
                .number("n", number())
                .text("route", Route.CHILD_PROCESSES.label())
                .text("program", program);
        outcome().describe(line);
        line.texts("variables", variables);
    }

    @Override
    void count(Summary summary) {
        summary.child(outcome());
    }

    @Override
    void record(Recording recording) {
        StampOutcome outcome = outcome();
        recording.child(program, outcome.label(), outcome.trackingId());
    }
}
