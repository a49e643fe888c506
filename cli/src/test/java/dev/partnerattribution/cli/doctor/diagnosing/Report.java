package dev.partnerattribution.cli.doctor.diagnosing;

import dev.partnerattribution.cli.doctor.application.Application;
import dev.partnerattribution.cli.doctor.detecting.Way;
import dev.partnerattribution.cli.doctor.printing.TextReport;
import dev.partnerattribution.cli.terminal.Colors;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the doctor says of an application that a test put together. */
record Report(Diagnosis diagnosis) {
    static Report of(Path application) {
        return of(application.toString(), null);
    }

    static Report of(String application, @Nullable String agentOptions) {
        return new Report(Diagnosis.of(Application.of(application, agentOptions)));
    }

    Diagnosis.Verdict verdict() {
        return diagnosis.verdict();
    }

    String text() {
        return TextReport.of(diagnosis, Colors.NONE);
    }

    Way way(String name) {
        return diagnosis.ways().stream()
                .filter(way -> way.name().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is none of " + diagnosis.ways()));
    }

    List<String> ways() {
        return diagnosis.counting().stream().map(Way::name).toList();
    }

    List<String> conflicts() {
        return diagnosis.findings().stream()
                .filter(Finding::conflict)
                .map(Finding::what)
                .toList();
    }

    List<String> notes() {
        return diagnosis.findings().stream()
                .filter(finding -> !finding.conflict())
                .map(Finding::what)
                .toList();
    }
}
