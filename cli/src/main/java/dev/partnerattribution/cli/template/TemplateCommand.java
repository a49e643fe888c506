package dev.partnerattribution.cli.template;

import dev.partnerattribution.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** Holds the two commands about templates. */
@Command(
        name = "template",
        description = "Stamps and checks ARM templates and Bicep files.",
        subcommands = {TemplateStampCommand.class, TemplateCheckCommand.class},
        synopsisSubcommandLabel = "(stamp | check)")
public final class TemplateCommand extends CommandGroup {}
