package dev.partnerattribution.cli;

import dev.partnerattribution.cli.doctor.DoctorCommand;
import dev.partnerattribution.cli.emulate.EmulateCommand;
import dev.partnerattribution.cli.environment.EnvCommand;
import dev.partnerattribution.cli.id.IdCommand;
import dev.partnerattribution.cli.notice.NoticeCommand;
import dev.partnerattribution.cli.report.ReportCommand;
import dev.partnerattribution.cli.snippet.SnippetCommand;
import dev.partnerattribution.cli.template.TemplateCommand;
import dev.partnerattribution.cli.terminal.CommandGroup;
import dev.partnerattribution.cli.verify.VerifyCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command that holds all others. */
@Command(
        name = "partner-attribution",
        description = {
            "Azure customer usage attribution from the command line: makes and checks tracking IDs, sets up the tools"
                    + " that deploy, and verifies what was deployed."
        },
        subcommands = {
            IdCommand.class,
            TemplateCommand.class,
            SnippetCommand.class,
            EnvCommand.class,
            NoticeCommand.class,
            EmulateCommand.class,
            VerifyCommand.class,
            DoctorCommand.class,
            ReportCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        },
        footerHeading = "%nA partner's way through it:%n",
        footer = {
            "  id new             make a GUID, and register it in Partner Center",
            "  template stamp     put it into your ARM templates and Bicep files",
            "  snippet, env       or into your code, or the environment of your tools",
            "  doctor             see what of an application is covered",
            "  emulate            see on your machine that it is sent",
            "  notice             tell your customers",
            "  verify             see what a deployment of a template is credited with",
            "  report             show what your software sent, and hand it on",
            "",
            "Each explains itself: partner-attribution COMMAND --help"
        })
final class RootCommand extends CommandGroup {}
