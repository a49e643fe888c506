package dev.partnerattribution.cli.snippet;

import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.cli.terminal.IdOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what to write into code of one language. */
@Command(
        name = "snippet",
        description = {
            "Prints code that sends your tracking ID.",
            "",
            "Ready to be copied, with comments on what goes wrong otherwise. For tools that read it from the environment, such as az, see partner-attribution env."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.DONE, ExitCode.WRONG_USAGE, ExitCode.NO_OUTPUT, ExitCode.UNEXPECTED},
        footerHeading = "%nExamples:%n",
        footer = {
            "  partner-attribution snippet go --guid 7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
            "  partner-attribution snippet terraform --tracking-id pid-contoso-app-partnercenter"
        })
public final class SnippetCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final IdOptions id = new IdOptions();

    @Parameters(paramLabel = "LANGUAGE", description = "One of: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Language language;

    @Override
    public void run() {
        spec.commandLine().getOut().print(Snippet.of(language, id.trackingId()));
    }
}
