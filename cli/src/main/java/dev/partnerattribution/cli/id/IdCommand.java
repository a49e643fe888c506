package dev.partnerattribution.cli.id;

import dev.partnerattribution.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** Holds the two commands about tracking IDs. */
@Command(
        name = "id",
        description = "Makes GUIDs to register, and checks tracking IDs.",
        subcommands = {IdNewCommand.class, IdCheckCommand.class},
        synopsisSubcommandLabel = "(new | check)")
public final class IdCommand extends CommandGroup {}
