package dev.partnerattribution.cli.weave;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.cli.terminal.IdOptions;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.weave.ProgramWeaver;
import dev.partnerattribution.weave.WeaveOptions;
import dev.partnerattribution.weave.archive.ClassPath;
import dev.partnerattribution.weave.archive.Output;
import dev.partnerattribution.weave.archive.Program;
import dev.partnerattribution.weave.archive.WeaveException;
import dev.partnerattribution.weave.archive.WovenProgram;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds attribution into a program, for places where no agent may run. */
@Command(
        name = "weave",
        description = {
            "Builds attribution into a program, for places where no agent may run: what the agent changes while a program"
                    + " runs is changed in a copy of its jar.",
            "",
            "The program is read and never run. What nothing applies to stays as it is, byte for byte."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK + ":woven, or with --check: it can be",
            ExitCode.FOUND + ":refused; or there is nothing to weave, or something that can't be, and it is told",
            ExitCode.WRONG_USAGE,
            ExitCode.NO_FILE,
            ExitCode.UNEXPECTED
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  partner-attribution weave --check tool.jar",
            "  partner-attribution weave tool.jar -o attributed.jar --guid 7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
            "  partner-attribution weave 'app.jar:lib/*' -o attributed --id-at-run-time",
            "  partner-attribution emulate -- java -jar attributed.jar"
        })
public final class WeaveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PROGRAM",
            description =
                    "A jar (of Spring Boot, too), a WAR, a folder of classes, or a class path such as 'a.jar:lib/*'.")
    private List<String> inputs = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "What is written: an archive or a folder, as the program is; of a class path a folder.")
    private @Nullable Path output;

    @Mixin
    private final IdOptions id = new IdOptions();

    @Option(
            names = "--id-at-run-time",
            description = "Weaves no tracking ID in: the program will ask for it, by system property, environment, or"
                    + " annotation.")
    private boolean idAtRunTime;

    @Option(
            names = "--check",
            description = "Writes nothing, and lists what would be woven, and what can't be and why.")
    private boolean check;

    @Option(
            names = "--strip-signatures",
            description =
                    "Takes the signature out of a signed archive that changes. Who checks signatures will refuse it"
                            + " until you sign it anew.")
    private boolean stripSignatures;

    @Option(names = "--force", description = "Replaces a file that is there.")
    private boolean force;

    @Option(
            names = {"-q", "--quiet"},
            description = "Says only what is wrong.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (!check && output == null) {
            throw wrong("no output is given: say -o FILE, or --check to see what would be woven");
        }
        try {
            return weave(ClassPath.parse(inputs));
        } catch (WeaveException e) {
            String message = String.valueOf(e.getMessage());
            throw switch (e.reason()) {
                case USAGE -> wrong(message);
                case FILE -> Failure.ofFile(message);
                case REFUSED -> Failure.found(message);
            };
        }
    }

    private int weave(List<Path> paths) throws WeaveException {
        Output target = check || output == null ? null : Output.of(output, paths, force);
        try (Program program = Program.open(paths)) {
            TrackingId trackingId = trackingId(program);
            WovenProgram woven =
                    program.weave(new ProgramWeaver(), new WeaveOptions(trackingId), stripSignatures || check);
            WeaveReport report = new WeaveReport(program, woven);
            PrintWriter err = spec.commandLine().getErr();
            if (target == null) {
                spec.commandLine().getOut().print(report.table());
                woven.unsigned()
                        .forEach(archive -> err.println(
                                Sanitizer.line("note: " + archive + ": it is signed: this takes --strip-signatures")));
            } else {
                say(report.summary(target, woven.writeTo(target), trackingId));
            }
            woven.warnings().forEach(warning -> err.println(Sanitizer.line(warning)));
            return woven.isComplete() ? ExitCode.OK : ExitCode.FOUND;
        }
    }

    private void say(String text) {
        if (!quiet) {
            spec.commandLine().getOut().print(text);
        }
    }

    /** Null leaves it to the program. That a program carries no ID at all is never by oversight. */
    private @Nullable TrackingId trackingId(Program program) throws WeaveException {
        if (idAtRunTime && id.isGiven()) {
            throw wrong("--id-at-run-time weaves no tracking ID in: leave it out, or the ID");
        }
        TrackingId given = idAtRunTime ? null : id.orNull();
        if (given == null && check) {
            return program.wovenId();
        }
        if (given == null && !idAtRunTime && !program.isAnnotated()) {
            throw wrong(
                    "no tracking ID is given, and the program has no annotation: say --guid GUID, --tracking-id ID for a"
                            + " marketplace offer, or --id-at-run-time if a system property or the environment will say it");
        }
        return given;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
