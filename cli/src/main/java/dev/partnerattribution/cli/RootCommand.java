package dev.partnerattribution.cli;

import dev.partnerattribution.cli.terminal.Colors;
import dev.partnerattribution.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that holds all others, which {@link Subcommands} adds. */
@Command(
        name = "partner-attribution",
        description = {
            "Azure customer usage attribution from the command line: makes and checks tracking IDs, sets up the tools"
                    + " that deploy, and verifies what was deployed."
        },
        footerHeading = "%nA partner's way through it:%n",
        footer = {
            "  id new             make a GUID, and register it in Partner Center",
            "  template stamp     put it into your ARM templates and Bicep files",
            "  snippet, env       or into your code, or the environment of your tools",
            "  doctor             see what of an application is covered",
            "  weave              build attribution into a jar, where no agent may run",
            "  emulate            see on your machine that it is sent",
            "  notice             tell your customers",
            "  verify             see what a deployment of a template is credited with",
            "  report             show what your software sent, and hand it on",
            "",
            "Each explains itself: partner-attribution COMMAND --help"
        })
final class RootCommand extends CommandGroup {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "Colors: always, never, or auto, the default: on a terminal, unless NO_COLOR is set.")
    void color(Colors.When when) {
        when.applyTo(spec.commandLine());
    }
}
