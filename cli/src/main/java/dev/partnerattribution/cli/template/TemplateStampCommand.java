package dev.partnerattribution.cli.template;

import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.cli.terminal.IdOptions;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.templates.Refused;
import dev.partnerattribution.templates.StampOutcome;
import dev.partnerattribution.templates.Stamped;
import dev.partnerattribution.templates.Stamping;
import dev.partnerattribution.templates.Stamping.NameForm;
import dev.partnerattribution.templates.TemplateFile;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a tracking ID into main templates. */
@Command(
        name = "stamp",
        description = {
            "Puts your tracking ID into main templates.",
            "",
            "As the empty deployment that Microsoft describes. Every other byte of a file stays as it was, stamping again changes nothing, and a file is replaced as a whole"
                    + " or not at all. In folders only main templates are stamped. Another partner's ID is never replaced."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK + ":each template has the tracking ID",
            ExitCode.FOUND
                    + ":at least one was refused, with the reason on stderr, or no template was found; the others"
                    + " are stamped",
            ExitCode.WRONG_USAGE,
            ExitCode.NO_FILE,
            ExitCode.UNEXPECTED
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  partner-attribution template stamp --guid 7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73 azuredeploy.json",
            "  partner-attribution template stamp --tracking-id pid-contoso-app-partnercenter --dry-run infra",
            "  partner-attribution template stamp --guid 7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73 --opt-out-parameter telemetryOptOut main.bicep"
        })
final class TemplateStampCommand implements Callable<Integer> {
    private static final int MOST_EXPLAINED = 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final IdOptions id = new IdOptions();

    @Option(names = "--dry-run", description = "Writes nothing; prints the change as a diff, ready for patch.")
    private boolean dryRun;

    @Option(names = "--fill-placeholders", description = "Writes the ID over placeholders such as pid-<Tracking GUID>.")
    private boolean fillPlaceholders;

    @Option(
            names = "--beside-others",
            description = "Adds the ID beside another partner's; nobody says which of the two is credited.")
    private boolean besideOthers;

    @Option(
            names = "--name",
            paramLabel = "FORM",
            description = "How the deployment is named: literal, by the ID alone, or regional, with a hash of the"
                    + " deployment's name and region behind it. Above resource groups regional unless said otherwise, as the"
                    + " bare ID fails in a second region; else literal.")
    private @Nullable NameForm name;

    @Option(
            names = "--opt-out-parameter",
            paramLabel = "PARAMETER",
            description = "Adds a parameter of this name, by which your customer leaves the deployment out.")
    private @Nullable String optOut;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, folders, or globs such as 'infra/**/*.bicep'.")
    private List<String> patterns = List.of();

    @Override
    public Integer call() {
        Stamping stamping = stamping();
        int code = ExitCode.OK;
        Set<StampOutcome> seen = new HashSet<>();
        List<TemplateFile> left = new ArrayList<>();
        for (TemplateFile file : Files.find(patterns)) {
            if (file.isToBeStamped() || isNamed(file)) {
                StampOutcome outcome = stamping.stamp(file);
                // Of a package there is one for each file in it.
                code = seen.add(outcome) ? Math.max(code, outcome(file, outcome)) : code;
            } else if (file.kind().isTemplate()) {
                left.add(file);
            }
        }
        if (seen.isEmpty()) {
            none(left);
            return ExitCode.FOUND;
        }
        return code;
    }

    private void none(List<TemplateFile> left) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("no main template was found: name its file, or the folder it is in");
        left.stream()
                .limit(MOST_EXPLAINED)
                .map(file -> Sanitizer.line(file.name() + ": not stamped: " + reason(file)))
                .forEach(err::println);
        if (left.size() > MOST_EXPLAINED) {
            err.println("and " + (left.size() - MOST_EXPLAINED) + " more");
        }
    }

    private static String reason(TemplateFile file) {
        return file.why().isEmpty() ? "it is in a package, which must be packed anew" : file.why();
    }

    /** Who names a file wants to hear of it; what a folder holds beside main templates is nobody's question. */
    private boolean isNamed(TemplateFile file) {
        return patterns.stream().map(File::new).anyMatch(file.path().toFile()::equals);
    }

    private Stamping stamping() {
        Stamping stamping = Stamping.of(id.trackingId());
        stamping = name == null ? stamping : stamping.named(name);
        try {
            stamping = optOut == null ? stamping : stamping.withOptOut(optOut);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--opt-out-parameter: " + e.getMessage());
        }
        stamping = fillPlaceholders ? stamping.fillingPlaceholders() : stamping;
        return besideOthers ? stamping.besideOthers() : stamping;
    }

    private int outcome(TemplateFile file, StampOutcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        if (outcome instanceof Refused refused) {
            spec.commandLine().getErr().println(refused.message());
            return ExitCode.FOUND;
        }
        if (outcome instanceof Stamped stamped && dryRun) {
            out.print(stamped.diff());
            return ExitCode.OK;
        }
        if (outcome instanceof Stamped stamped) {
            try {
                stamped.replace(file.path());
            } catch (IOException e) {
                spec.commandLine().getErr().println(Failure.ofFile(e).getMessage());
                return ExitCode.FILE;
            }
        }
        // With --dry-run the output is a diff and nothing else.
        (dryRun ? spec.commandLine().getErr() : out).println(outcome.message());
        return ExitCode.OK;
    }
}
