package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.internal.options.Route;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what was sent, and says it when the program ends. Not thread-safe. */
final class Summary {
    private final Map<Route, Count> byRoute = new EnumMap<Route, Count>(Route.class);
    private final Map<String, Integer> reasons = new TreeMap<String, Integer>();
    private final Map<String, Integer> underReported = new TreeMap<String, Integer>();
    private final Map<String, Integer> unseen = new TreeMap<String, Integer>();
    private final Count all = new Count();
    private final boolean asked;
    private final boolean verbose;

    /**
     * @param asked whether all is said
     * @param verbose whether what no route saw is said, if all is not
     */
    Summary(boolean asked, boolean verbose) {
        this.asked = asked;
        this.verbose = verbose;
    }

    void request(Route route, String method, ResourcePath resource, StampOutcome outcome) {
        boolean write = isWrite(method);
        count(route).add(write, outcome.isOurs());
        all.add(write, outcome.isOurs());
        if (!outcome.isOurs()) {
            add(reasons, outcome.why());
        }
        if (write) {
            UnderReported service = UnderReported.of(resource.provider() + "/" + resource.type());
            add(underReported, service == null ? null : service.service());
        }
    }

    void child(StampOutcome outcome) {
        count(Route.CHILD_PROCESSES).add(false, outcome.isOurs());
    }

    /** A connection on which no route saw a request. */
    void connection(String host, @Nullable String opener) {
        add(unseen, host + (opener == null ? "" : ", opened by " + opener));
    }

    /** What creates or changes a resource. A POST may be a mere question, such as listKeys. */
    private static boolean isWrite(String method) {
        return method.equals("PUT") || method.equals("PATCH");
    }

    private Count count(Route route) {
        Count count = byRoute.get(route);
        if (count == null) {
            count = new Count();
            byRoute.put(route, count);
        }
        return count;
    }

    private static void add(Map<String, Integer> counts, @Nullable String key) {
        if (key != null) {
            Integer before = counts.get(key);
            counts.put(key, before == null ? 1 : before + 1);
        }
    }

    /** On stderr: what a program prints on stdout may be read by another. */
    void print() {
        System.err.print(this);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (asked) {
            describeRequests(text);
        }
        if (asked || verbose) {
            for (Map.Entry<String, Integer> connection : unseen.entrySet()) {
                line(
                        text,
                        "  not seen by any route, so not stamped: TLS connections to " + connection.getKey() + ": "
                                + connection.getValue());
            }
        }
        return text.toString();
    }

    private void describeRequests(StringBuilder text) {
        line(text, "requests to Azure Resource Manager seen by our routes: " + all);
        for (Map.Entry<Route, Count> entry : byRoute.entrySet()) {
            boolean children = entry.getKey() == Route.CHILD_PROCESSES;
            line(
                    text,
                    "  " + entry.getKey().label() + ": "
                            + (children
                                    ? entry.getValue().started()
                                    : entry.getValue().toString()));
        }
        for (Map.Entry<String, Integer> reason : reasons.entrySet()) {
            line(text, "  without, because of " + reason.getKey() + ": " + reason.getValue());
        }
        for (Map.Entry<String, Integer> service : underReported.entrySet()) {
            line(text, "  " + service.getKey() + ": " + service.getValue() + " writes");
        }
        if (!underReported.isEmpty()) {
            line(text, "  Microsoft says: " + UnderReported.MICROSOFT_SAYS);
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append("partner-attribution: ").append(line).append(System.lineSeparator());
    }

    private static final class Count {
        private int requests;
        private int writes;
        private int ours;

        void add(boolean write, boolean isOurs) {
            requests++;
            writes += write ? 1 : 0;
            ours += isOurs ? 1 : 0;
        }

        String started() {
            return requests + " started, " + ours + " with the tracking ID in their environment";
        }

        @Override
        public String toString() {
            return requests + ", " + writes + " of them writes; " + ours + " with the tracking ID, " + (requests - ours)
                    + " without";
        }
    }
}
