package dev.partnerattribution.cli.doctor;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.terminal.ExitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application is, has, lacks, and needs. */
record Diagnosis(
        Application application, Scanned scanned, Equipment equipment, List<Way> ways, List<Finding> findings) {
    enum Verdict {
        /** Each way that counts is covered, with a tracking ID, and nothing competes. */
        ATTRIBUTED("attributed", ExitCode.OK),
        NOT_ATTRIBUTED("not-attributed", ExitCode.FOUND),
        /** There is nothing to attribute, or the wrong thing was looked at. */
        NO_WAY("no-way", ExitCode.FOUND),
        /** Part of it could not be read, so that nothing is sure. */
        UNREADABLE("unreadable", ExitCode.FILE);

        private final String label;
        private final int exitCode;

        Verdict(String label, int exitCode) {
            this.label = label;
            this.exitCode = exitCode;
        }

        /** In JSON. */
        String label() {
            return label;
        }

        int exitCode() {
            return exitCode;
        }
    }

    /** Reads the application. */
    static Diagnosis of(Application application) {
        Scanned scanned = Scan.of(application.roots());
        Equipment equipment = new Equipment(application, scanned.contents());
        return new Diagnosis(
                application,
                scanned,
                equipment,
                Ways.of(scanned.contents(), equipment),
                Findings.of(application, scanned.contents(), equipment));
    }

    Verdict verdict() {
        if (!scanned.unread().isEmpty()) {
            return Verdict.UNREADABLE;
        }
        if (counting().isEmpty()) {
            return Verdict.NO_WAY;
        }
        boolean attributed = trackingId() != null
                && counting().stream().allMatch(Way::inEffect)
                && findings.stream().noneMatch(Finding::conflict);
        return attributed ? Verdict.ATTRIBUTED : Verdict.NOT_ATTRIBUTED;
    }

    @Nullable
    TrackingId trackingId() {
        return equipment.trackingId();
    }

    List<Way> counting() {
        return ways.stream().filter(Way::counts).toList();
    }

    List<Way> uncovered() {
        return counting().stream().filter(way -> !way.inEffect()).toList();
    }

    int archives() {
        return scanned.contents().size();
    }

    int classes() {
        return scanned.contents().stream().mapToInt(each -> each.classes).sum();
    }
}
