package dev.partnerattribution.cli.doctor;

import dev.partnerattribution.cli.doctor.application.Application;
import dev.partnerattribution.cli.doctor.diagnosing.Diagnosis;
import dev.partnerattribution.cli.doctor.printing.JsonReport;
import dev.partnerattribution.cli.doctor.printing.TextReport;
import dev.partnerattribution.cli.doctor.scanning.Unread;
import dev.partnerattribution.cli.terminal.Colors;
import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.cli.terminal.Failure;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of an application what of it reaches Azure, and whether that is attributed. */
@Command(
        name = "doctor",
        description = {
            "Says which ways to Azure Resource Manager an application contains, what covers each, which tracking ID it will"
                    + " use and from where, and what competes with it.",
            "",
            "It reads class files, and never runs or loads them. A JVM that runs is asked for its system properties, by the"
                    + " JDK's attach API."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK + ":each way is covered, with a tracking ID, and nothing competes",
            ExitCode.FOUND + ":something is not covered, lacks a tracking ID or competes, or no way was found",
            ExitCode.WRONG_USAGE,
            ExitCode.FILE + ":the application, or part of it, could not be read, or the output not be written",
            ExitCode.UNEXPECTED
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  partner-attribution doctor target/deploy-tool.jar",
            "  partner-attribution doctor --agent-options guid=7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73 app.war",
            "  partner-attribution doctor 'build/classes:lib/*'",
            "  partner-attribution doctor --json 4711"
        })
public final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "APPLICATION",
            description = "A jar (of Spring Boot, too), WAR, EAR or folder, a class path, or the process ID of a JVM.")
    private String argument = "";

    @Option(names = "--with-agent", description = "It will be started with the agent.")
    private boolean withAgent;

    @Option(
            names = "--agent-options",
            paramLabel = "OPTIONS",
            description = "The same, with these options of the agent, such as guid=...")
    private @Nullable String agentOptions;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        String options = agentOptions == null && withAgent ? "" : agentOptions;
        Application application = Application.of(argument, options);
        if (application.kind() == Application.Kind.LIVE && options != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a running JVM shows its agent itself: leave out --with-agent and --agent-options");
        }
        Diagnosis diagnosis = Diagnosis.of(application);
        if (diagnosis.archives() == 0) {
            throw Failure.ofFile(unread(diagnosis));
        }
        spec.commandLine()
                .getOut()
                .print(json ? JsonReport.of(diagnosis) : TextReport.of(diagnosis, Colors.of(spec.commandLine())));
        return diagnosis.verdict().exitCode();
    }

    private static String unread(Diagnosis diagnosis) {
        return diagnosis.scanned().unread().stream().map(Unread::toString).collect(Collectors.joining("; "));
    }
}
