package dev.partnerattribution.cli.id;

import dev.partnerattribution.cli.terminal.ExitCode;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes random GUIDs. */
@Command(
        name = "new",
        description = {
            "Makes random GUIDs, one a line.",
            "",
            "A GUID counts only once it is registered: in Partner Center under Account settings > Organization profile >"
                    + " Identifiers > Add Tracking GUID, without pid- before it. Make one for each product, and for each"
                    + " distribution channel that you want to tell apart. For an Azure application of the marketplace"
                    + " make none: use the tracking ID that Partner Center shows in the technical configuration of its"
                    + " plan."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.DONE, ExitCode.WRONG_USAGE, ExitCode.NO_OUTPUT, ExitCode.UNEXPECTED},
        footerHeading = "%nExample:%n",
        footer = "  partner-attribution id new -n 3")
final class IdNewCommand implements Runnable {
    private static final int MOST = 10_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-n", "--count"},
            paramLabel = "COUNT",
            defaultValue = "1",
            description = "How many, 1 to 10000; ${DEFAULT-VALUE} unless said otherwise.")
    private int count;

    @Override
    public void run() {
        if (count < 1 || count > MOST) {
            throw new ParameterException(spec.commandLine(), "-n is " + count + ": say 1 to " + MOST);
        }
        for (int i = 0; i < count; i++) {
            spec.commandLine().getOut().println(UUID.randomUUID());
        }
    }
}
