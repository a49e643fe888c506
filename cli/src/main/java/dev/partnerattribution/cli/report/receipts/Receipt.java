package dev.partnerattribution.cli.report.receipts;

import java.util.Comparator;
import java.util.List;

/** What a line of a receipts file says. A text that it doesn't say is empty. */
public sealed interface Receipt {
    /** Who wrote it, and the how-manieth it was. */
    record Origin(String jvm, long number) {}

    record Operation(String method, String host, String provider, String type, String action, String apiVersion) {

        public Purpose purpose() {
            return Purpose.of(method);
        }

        private String fullType() {
            return provider.isEmpty() || type.isEmpty() ? provider + type : provider + "/" + type;
        }
    }

    /** Which resource, by name or salted hash. */
    record Target(String tenant, String subscription, String resourceGroup, String name) {}

    record Attribution(Pid pid, String why, String trackingId, String other) {
        public Reason reason() {
            return pid == Pid.OTHER ? Reason.OTHER_PID : Reason.of(why);
        }
    }

    /** The status is 0 where no response came, or where the route can't see it. */
    record Answer(int status, String failure) {
        public boolean isRefusal() {
            return status >= 400 || !failure.isEmpty();
        }
    }

    /** A request without what tells it from its repetitions. */
    record Request(String route, Operation operation, Target target, Attribution attribution, Answer answer) {
        public Purpose purpose() {
            return operation.purpose();
        }

        /** With its provider, such as Microsoft.Storage/storageAccounts. The path of a resource group names none. */
        public String type() {
            String type = operation.fullType();
            if (!type.isEmpty()) {
                return type;
            }
            return target.resourceGroup().isEmpty() ? "(no type)" : "Microsoft.Resources/resourceGroups";
        }
    }

    /**
     * What tells a request from its repetitions.
     *
     * @param time milliseconds of the epoch
     * @param milliseconds that it took, or -1 where that is not known
     */
    record Trace(long time, long milliseconds, String correlationId, String requestId) implements Comparable<Trace> {
        private static final Comparator<Trace> BY_TIME = Comparator.comparingLong(Trace::time)
                .thenComparing(Trace::correlationId)
                .thenComparing(Trace::requestId)
                .thenComparingLong(Trace::milliseconds);

        /** The earlier one first. */
        @Override
        public int compareTo(Trace other) {
            return BY_TIME.compare(this, other);
        }
    }

    record RequestLine(Origin origin, Request request, Trace trace) implements Receipt {}

    /** A child process, and the names of the variables that it was handed. */
    record ChildLine(Origin origin, long time, ChildEnvironment environment) implements Receipt {}

    record ChildEnvironment(String program, Attribution attribution, List<String> variables) {}

    /** A TLS connection on which no route saw a request. */
    record ConnectionLine(Origin origin, long time, String host, String openedBy) implements Receipt {
        /** Where it leads, and who opened it, in words. */
        public String text() {
            return host + (openedBy.isEmpty() ? "" : ", opened by " + openedBy);
        }
    }

    record EndLine(String jvm, long written, long dropped) implements Receipt {}

    /** Of a kind that a later version added; it counts among the receipts of its JVM. The number is 0 where it has none. */
    record UnknownLine(Origin origin) implements Receipt {}

    /** Of a later version of the format, which may mean something else by the same words. */
    record NewerLine(long version) implements Receipt {}
}
