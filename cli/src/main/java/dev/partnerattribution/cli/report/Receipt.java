package dev.partnerattribution.cli.report;

import java.util.List;

/** What a line of a receipts file says. A text that it doesn't say is empty. */
sealed interface Receipt {
    /** Who wrote it, and the how-manieth it was. */
    record Origin(String jvm, long number) {}

    record Operation(String method, String host, String provider, String type, String action, String apiVersion) {

        Purpose purpose() {
            return Purpose.of(method);
        }

        private String fullType() {
            return provider.isEmpty() || type.isEmpty() ? provider + type : provider + "/" + type;
        }
    }

    /** Which resource, by name or salted hash. */
    record Target(String tenant, String subscription, String resourceGroup, String name) {}

    record Mark(Pid pid, String why, String trackingId, String other) {
        Reason reason() {
            return pid == Pid.OTHER ? Reason.OTHER_PID : Reason.of(why);
        }
    }

    /** The status is 0 where no response came, or where the route can't see it. */
    record Answer(int status, String failure) {
        boolean isRefusal() {
            return status >= 400 || !failure.isEmpty();
        }
    }

    /** A request without what tells it from its repetitions. */
    record Sent(String route, Operation operation, Target target, Mark mark, Answer answer) {
        Purpose purpose() {
            return operation.purpose();
        }

        /** With its provider, such as Microsoft.Storage/storageAccounts. The path of a resource group names none. */
        String type() {
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
    record Trace(long time, long milliseconds, String correlationId, String requestId) {}

    record Request(Origin origin, Sent sent, Trace trace) implements Receipt {}

    /** A child process, and the names of the variables that it was handed. */
    record Child(Origin origin, long time, Handed handed) implements Receipt {}

    record Handed(String program, Mark mark, List<String> variables) {}

    record End(String jvm, long written, long dropped) implements Receipt {}

    /** Of a kind that a later version added; it counts among the receipts of its JVM. The number is 0 where it has none. */
    record Unknown(Origin origin) implements Receipt {}

    /** Of a later version of the format, which may mean something else by the same words. */
    record Newer(long version) implements Receipt {}
}
