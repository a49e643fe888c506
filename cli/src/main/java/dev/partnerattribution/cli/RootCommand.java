package dev.partnerattribution.cli;

import dev.partnerattribution.cli.id.IdCommand;
import dev.partnerattribution.cli.notice.NoticeCommand;
import dev.partnerattribution.cli.snippet.SnippetCommand;
import dev.partnerattribution.cli.verify.VerifyCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command that holds all others. */
@Command(
        name = "partner-attribution",
        description = {
            "Azure customer usage attribution from the command line: makes and checks tracking IDs, sets up the tools"
                    + " that deploy, and verifies what was deployed.",
        },
        subcommands = {
            IdCommand.class,
            SnippetCommand.class,
            NoticeCommand.class,
            VerifyCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        },
        footerHeading = "%nA partner's way through it:%n",
        footer = {
            "  partner-attribution id new                      make a GUID, then register it in Partner Center",
            "  partner-attribution snippet terraform --guid …  what to write into your code",
            "  partner-attribution env bash --guid …           what to set for tools that you can't change",
            "  partner-attribution notice --partner Contoso    what to tell your customers",
            "  partner-attribution verify pid-… -g GROUP       what a deployment of a template is credited with",
            "",
            "Each command explains itself: partner-attribution COMMAND --help"
        })
final class RootCommand {}
