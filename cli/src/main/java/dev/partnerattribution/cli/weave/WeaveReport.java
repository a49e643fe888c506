package dev.partnerattribution.cli.weave;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.terminal.Table;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.weave.archive.Finding;
import dev.partnerattribution.weave.archive.Output;
import dev.partnerattribution.weave.archive.Program;
import dev.partnerattribution.weave.archive.WovenProgram;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of a program, in words. */
final class WeaveReport {
    private final Program program;
    private final WovenProgram woven;
    private final List<Finding> done;

    WeaveReport(Program program, WovenProgram woven) {
        this.program = program;
        this.woven = woven;
        done = woven.findings().stream().filter(finding -> !finding.isProblem()).toList();
    }

    /** What would be woven: a line for each archive and route. */
    String table() {
        String size = "archives and folders: " + program.archives() + ", classes: " + program.classes() + "\n";
        if (woven.wasWoven()) {
            return size + "woven already, in the same way\n";
        }
        if (done.isEmpty()) {
            return size;
        }
        Table table = new Table("WHERE", "ROUTE", "WOVEN");
        groups().forEach((where, classes) -> table.row(where.where, where.route, some(classes)));
        return size + "\n" + table;
    }

    private record Group(String where, String route) {}

    private Map<Group, List<String>> groups() {
        return done.stream()
                .collect(Collectors.groupingBy(
                        finding -> new Group(finding.where(), finding.note().route()),
                        LinkedHashMap::new,
                        Collectors.mapping(Finding::type, Collectors.toList())));
    }

    private static String some(List<String> classes) {
        return classes.get(0) + (classes.size() == 1 ? "" : " and " + (classes.size() - 1) + " more");
    }

    /**
     * What was written, in a line or two.
     *
     * @param output what holds all of it
     */
    String summary(Output output, List<Path> written, @Nullable TrackingId id) {
        if (woven.wasWoven()) {
            return Sanitizer.line(output + ": was woven before, in the same way: copied") + "\n";
        }
        if (!woven.isChanged()) {
            return Sanitizer.line(output + ": copied as it is") + "\n";
        }
        String routes = done.stream()
                .map(finding -> finding.note().route())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        long classes = done.stream()
                .map(finding -> finding.where() + finding.type())
                .distinct()
                .count();
        String line = output + ": " + classes + (classes == 1 ? " class" : " classes") + " woven (" + routes + "); "
                + (id == null ? "the tracking ID is asked for at run time" : "tracking ID " + id);
        String classPath = written.size() == 1
                ? ""
                : "class path: " + written.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))
                        + "\n";
        return Sanitizer.line(line) + "\n" + classPath;
    }
}
