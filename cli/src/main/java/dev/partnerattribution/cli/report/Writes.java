package dev.partnerattribution.cli.report;

import dev.partnerattribution.cli.report.Receipt.Mark;
import dev.partnerattribution.cli.report.Receipt.Sent;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What the requests that create or change resources say together. */
final class Writes {
    private final Map<String, Counts> deployedByType = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<Reason, Counts> missingByReason = new EnumMap<>(Reason.class);
    private final Map<String, Long> byId = new TreeMap<>();
    private final Map<String, Long> byOtherId = new TreeMap<>();

    void add(Sent sent) {
        if (!sent.answer().isRefusal()) {
            deployedByType.computeIfAbsent(sent.type(), type -> new Counts()).add(sent);
        }
        Mark mark = sent.mark();
        if (mark.pid().isOurs()) {
            byId.merge(mark.trackingId(), 1L, Long::sum);
        } else {
            missingByReason
                    .computeIfAbsent(mark.reason(), reason -> new Counts())
                    .add(sent);
        }
        if (mark.pid() == Pid.OTHER) {
            byOtherId.merge(mark.other(), 1L, Long::sum);
        }
    }

    /** Those that Azure did not refuse. */
    Map<String, Counts> deployedByType() {
        return deployedByType;
    }

    /** Those without the partner's ID. */
    Map<Reason, Counts> missingByReason() {
        return missingByReason;
    }

    Map<String, Long> byId() {
        return byId;
    }

    Map<String, Long> byOtherId() {
        return byOtherId;
    }
}
