package dev.partnerattribution.receipts;

import dev.partnerattribution.Attribution;
import dev.partnerattribution.Route;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A child process, and what its environment was given. */
public final class ChildStart extends Receipt {
    private final Attribution attribution;
    private final String program;
    private final List<String> variables;
    private final boolean optedOut;

    /**
     * @param program the first word of the command
     * @param before the environment as the program would have handed it down
     * @param after the environment that is handed down
     */
    public ChildStart(Attribution attribution, String program, Map<String, String> before, Map<String, String> after) {
        this.attribution = attribution;
        this.program = new File(program).getName();
        this.variables = differing(before, after);
        this.optedOut = attribution.isOptedOutBy(before);
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

    private Pid pid() {
        return Pid.handedDown(attribution, !variables.isEmpty(), optedOut);
    }

    @Override
    void describe(Line line, Names names) {
        line.text("kind", "child")
                .number("n", number())
                .text("route", Route.CHILD_PROCESSES.label())
                .text("program", program);
        pid().describe(line);
        line.texts("variables", variables);
    }

    @Override
    void count(Summary summary) {
        summary.child(pid());
    }

    @Override
    void record(Recording recording, Names names) {
        Pid pid = pid();
        recording.child(program, pid.label(), pid.trackingId());
    }
}
