package dev.partnerattribution.cli.doctor.diagnosing;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.doctor.application.Application;
import dev.partnerattribution.cli.doctor.detecting.Setup;
import dev.partnerattribution.cli.doctor.detecting.Way;
import dev.partnerattribution.cli.doctor.detecting.Ways;
import dev.partnerattribution.cli.doctor.scanning.Scan;
import dev.partnerattribution.cli.doctor.scanning.Scanned;
import dev.partnerattribution.cli.terminal.ExitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application is, has, lacks, and needs. */
public record Diagnosis(Application application, Scanned scanned, Setup setup, List<Way> ways, List<Finding> findings) {
    public enum Verdict {
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
        public String label() {
            return label;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    /** Reads the application. */
    public static Diagnosis of(Application application) {
        Scanned scanned = Scan.of(application.roots());
        Setup setup = new Setup(application, scanned.contents());
        return new Diagnosis(
                application,
                scanned,
                setup,
                Ways.of(scanned.contents(), setup),
                Findings.of(application, scanned.contents(), setup));
    }

    public Verdict verdict() {
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
    public TrackingId trackingId() {
        return setup.trackingId();
    }

    public List<Way> counting() {
        return ways.stream().filter(Way::counts).toList();
    }

    public List<Way> uncovered() {
        return counting().stream().filter(way -> !way.inEffect()).toList();
    }

    public int archives() {
        return scanned.contents().size();
    }

    public int classes() {
        return scanned.contents().stream().mapToInt(each -> each.classes()).sum();
    }
}
