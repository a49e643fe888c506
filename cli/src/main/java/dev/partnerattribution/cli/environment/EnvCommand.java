package dev.partnerattribution.cli.environment;

import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.cli.terminal.IdOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints how to set the environment for tools that read the tracking ID from there. */
@Command(
        name = "env",
        description = {
            "Prints the environment in which tools send your tracking ID.",
            "",
            "It reaches az, azd, Terraform (azurerm, azapi, and the azurerm backend), Pulumi, Azure PowerShell, Ansible and"
                    + " the Azure SDK for Python. What the user has set already stays, and a customer who has set"
                    + " PARTNER_ATTRIBUTION_OPT_OUT=true is left alone."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.DONE, ExitCode.WRONG_USAGE, ExitCode.NO_OUTPUT, ExitCode.UNEXPECTED},
        footerHeading = "%nExamples:%n",
        footer = {
            "  attribution=$(partner-attribution env bash --guid 7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73) && eval"
                    + " \"$attribution\"",
            "  partner-attribution env github --tracking-id pid-contoso-app-partnercenter"
        })
public final class EnvCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final IdOptions id = new IdOptions();

    @Parameters(paramLabel = "WHERE", description = "One of: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Target target;

    @Override
    public void run() {
        spec.commandLine().getOut().print(target.script(id.trackingId()));
    }
}
