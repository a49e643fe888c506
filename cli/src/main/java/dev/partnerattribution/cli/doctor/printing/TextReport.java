package dev.partnerattribution.cli.doctor.printing;

import dev.partnerattribution.cli.doctor.application.Application;
import dev.partnerattribution.cli.doctor.application.Application.Kind;
import dev.partnerattribution.cli.doctor.detecting.Setup;
import dev.partnerattribution.cli.doctor.detecting.Way;
import dev.partnerattribution.cli.doctor.diagnosing.Diagnosis;
import dev.partnerattribution.cli.doctor.diagnosing.Finding;
import dev.partnerattribution.cli.doctor.diagnosing.NextSteps;
import dev.partnerattribution.cli.terminal.Amount;
import dev.partnerattribution.cli.terminal.Colors;
import dev.partnerattribution.cli.terminal.Colors.Tone;
import dev.partnerattribution.cli.terminal.Table;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import java.util.List;

/** A diagnosis as a person reads it: the verdict first. */
public final class TextReport {
    private static final int SHOWN = 3;
    private static final int LONGEST = 1_000;

    private final Diagnosis diagnosis;
    private final Colors colors;
    private final StringBuilder text = new StringBuilder();

    private TextReport(Diagnosis diagnosis, Colors colors) {
        this.diagnosis = diagnosis;
        this.colors = colors;
    }

    public static String of(Diagnosis diagnosis, Colors colors) {
        TextReport report = new TextReport(diagnosis, colors);
        report.writeVerdict();
        report.writeSetup();
        report.writeWays("Ways to Azure Resource Manager", diagnosis.counting());
        report.writeWays(
                "Possible ways: its code sends requests or starts programs, and nothing there names Azure",
                diagnosis.ways().stream().filter(way -> !way.counts()).toList());
        report.writeFindings();
        report.writeUnread();
        report.writeNextSteps();
        return report.text.toString();
    }

    private void writeVerdict() {
        text.append(what())
                .append(": ")
                .append(Amount.of(diagnosis.archives(), "archive or folder", "archives and folders"))
                .append(", ")
                .append(Amount.of(diagnosis.classes(), "class", "classes"))
                .append("\n\n")
                .append(verdict())
                .append("\n");
    }

    /** A class path may go over many lines. */
    private String what() {
        Application application = diagnosis.application();
        return switch (application.kind()) {
            case ARCHIVE, FOLDER -> printable(application.name());
            case CLASS_PATH -> "class path of " + application.roots().size() + " entries";
            case LIVE -> "process " + application.name();
        };
    }

    /** Names of files and classes can hold what would move a terminal's cursor; those in nested archives are long. */
    private static String printable(String text) {
        return Sanitizer.shown(text, LONGEST);
    }

    private String verdict() {
        int uncovered = diagnosis.uncovered().size();
        int all = diagnosis.counting().size();
        return switch (diagnosis.verdict()) {
            case ATTRIBUTED ->
                colors.paint("ATTRIBUTED", Tone.GOOD) + ": " + (all == 1 ? "its way" : "each of its " + all + " ways")
                        + " to Azure Resource Manager is covered, as " + diagnosis.trackingId() + ".";
            case NO_WAY ->
                colors.paint("NOTHING TO ATTRIBUTE", Tone.NOTED) + ": no way to Azure Resource Manager was found.";
            case UNREADABLE ->
                colors.paint("NOT SURE", Tone.DOUBTFUL)
                        + ": part of it could not be read. What follows is of the rest.";
            case NOT_ATTRIBUTED -> colors.paint("NOT ATTRIBUTED", Tone.BAD) + ": " + whyNot(uncovered, all);
        };
    }

    private String whyNot(int uncovered, int all) {
        boolean noId = diagnosis.trackingId() == null;
        if (uncovered > 0) {
            String ways = all == 1 ? "its way" : (uncovered == all ? "all" : uncovered) + " of its " + all + " ways";
            return ways + " to Azure Resource Manager "
                    + (uncovered == 1 ? "is" : "are") + " not covered"
                    + (noId ? ", and no tracking ID is in effect." : ".");
        }
        return noId
                ? "no tracking ID is in effect."
                : "another ID competes, or something is broken: see what is found below.";
    }

    private void writeSetup() {
        Setup setup = diagnosis.setup();
        boolean live = diagnosis.application().kind() == Kind.LIVE;
        text.append("\ntracking ID  ").append(setup.attribution()).append('\n');
        if (!live && !setup.isWoven() && !setup.attribution().contains("agent option")) {
            text.append("             an agent option, -Dpartner.attribution.guid or PARTNER_ATTRIBUTION_GUID would"
                    + " come first; an opt-out beats all\n");
        }
        text.append("runtime jar  ")
                .append(
                        setup.runtimeJarIsFound()
                                ? "inside"
                                : setup.hasRuntimeJar() ? "inside, but not found" : "not inside")
                .append("\nagent        ")
                .append(agent(setup, live))
                .append(setup.isWoven() ? "\nwoven        into it\n" : "\n");
    }

    private static String agent(Setup setup, boolean live) {
        if (setup.hasAgent()) {
            return live ? "is there" : "will be there";
        }
        return live ? "is not there" : "not inside; --with-agent says that it will be there";
    }

    private void writeWays(String heading, List<Way> ways) {
        if (ways.isEmpty()) {
            return;
        }
        text.append('\n').append(heading).append("\n\n").append(inColumns(ways));
    }

    /** Places and remarks would make the table as wide as the longest of them. */
    private String inColumns(List<Way> ways) {
        Table table = new Table("WAY", "VERSION", "COVERED BY", "NOW");
        for (Way way : ways) {
            table.row(
                    way.name(),
                    printable(way.versionInWords()),
                    way.coverageInWords(),
                    way.inEffect() ? "covered" : "NOT COVERED");
        }
        List<String> rows = table.toString().lines().toList();
        StringBuilder lines = new StringBuilder(rows.get(0)).append('\n');
        for (int i = 0; i < ways.size(); i++) {
            lines.append(rows.get(i + 1)).append('\n');
            Way way = ways.get(i);
            lines.append(places(way.where()));
            if (!way.remark().isEmpty()) {
                lines.append("    ").append(way.remark()).append('\n');
            }
        }
        return lines.toString();
    }

    private String places(List<String> where) {
        String inside = diagnosis.application().name() + "!/";
        StringBuilder places = new StringBuilder();
        for (String place : where.subList(0, Math.min(where.size(), SHOWN))) {
            String shown = place.startsWith(inside) ? place.substring(inside.length()) : place;
            places.append("    in ").append(printable(shown)).append('\n');
        }
        int more = where.size() - SHOWN;
        return places + (more > 0 ? "    and " + more + " more\n" : "");
    }

    private void writeFindings() {
        if (!diagnosis.findings().isEmpty()) {
            text.append("\nFound\n\n");
        }
        for (Finding finding : diagnosis.findings()) {
            text.append(finding.conflict() ? "  conflict: " : "  note: ")
                    .append(printable(finding.what()))
                    .append('\n');
            if (!finding.where().isEmpty()) {
                text.append("    in ").append(printable(finding.where())).append('\n');
            }
        }
    }

    private void writeUnread() {
        if (!diagnosis.scanned().unread().isEmpty()) {
            text.append("\nNot read\n\n");
        }
        diagnosis.scanned().unread().forEach(each -> text.append("  ")
                .append(printable(each.toString()))
                .append('\n'));
    }

    private void writeNextSteps() {
        List<String> steps = NextSteps.of(diagnosis);
        if (!steps.isEmpty()) {
            text.append("\nNext steps\n\n");
        }
        steps.forEach(
                step -> text.append("  - ").append(step.replace("\n", "\n    ")).append('\n'));
    }
}
