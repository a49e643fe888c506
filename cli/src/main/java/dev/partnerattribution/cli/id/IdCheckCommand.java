package dev.partnerattribution.cli.id;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.cli.terminal.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of tracking IDs which form they have, or why they are not tracking IDs, and which tools take them. */
@Command(
        name = "check",
        description = {
            "Checks tracking IDs.",
            "",
            "Says which form each has, or what is wrong with it, and which tools take it in which spelling. It can't say whether an ID is registered: only Partner Center knows."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK + ":each is a tracking ID",
            ExitCode.FOUND + ":at least one is not a tracking ID",
            ExitCode.WRONG_USAGE,
            ExitCode.NO_OUTPUT,
            ExitCode.UNEXPECTED
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  partner-attribution id check 7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
            "  partner-attribution id check --json pid-contoso-app-partnercenter"
        })
final class IdCheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "In any form: bare, with pid-, of the marketplace.")
    private List<String> ids = List.of();

    @Override
    public Integer call() {
        List<Verdict> verdicts = ids.stream().map(Verdict::of).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(VerdictsAsJson.of(verdicts));
        } else {
            out.print(verdicts.stream().map(IdCheckCommand::text).collect(Collectors.joining("\n")));
        }
        return verdicts.stream().allMatch(verdict -> verdict.id() != null) ? ExitCode.OK : ExitCode.FOUND;
    }

    private static String text(Verdict verdict) {
        TrackingId id = verdict.id();
        if (id == null) {
            return "not a tracking ID: " + verdict.fault() + "\n";
        }
        String doubt = id.doubt() == null ? "" : "warning: it is probably not meant: " + id.doubt() + "\n";
        Table table = new Table("TOOL", "TAKES IT", "WRITE");
        Acceptance.of(id).forEach(tool -> addTo(table, tool));
        return verdict.text() + " is " + verdict.form() + "\n" + doubt + "sent as " + id + "\n\n" + table;
    }

    private static void addTo(Table table, Acceptance tool) {
        String name = tool.tool();
        String taken = tool.accepted() ? "yes" : "no";
        for (String spelling : tool.spellings()) {
            table.row(name, taken, spelling);
            name = "";
            taken = "";
        }
        if (!tool.trap().isEmpty()) {
            table.row("", "", "  " + tool.trap());
        }
    }
}
