package dev.partnerattribution.cli.report;

import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a page of receipts. */
@Command(
        name = "report",
        description = {
            "Shows what was sent, as one page for a browser.",
            "",
            "Reads the receipts that programs with this product left, and tells how many of the requests that create or change"
                    + " resources (PUT and PATCH) carried your tracking ID, for which types of resources, and why others did"
                    + " not. The page is one file that asks no network for anything; it can be mailed and printed.",
            "",
            "What can't be read is told with its file and line, and counted; a receipt that comes twice counts once."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK + ":done",
            ExitCode.FOUND
                    + ":with --fail-on-missing: a request that creates or changes resources lacked the tracking ID, receipts"
                    + " are lost or unreadable, or there is none; without: no file of receipts was found",
            ExitCode.WRONG_USAGE,
            ExitCode.NO_FILE,
            ExitCode.UNEXPECTED
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  partner-attribution report receipts -o attribution.html --partner Contoso",
            "  partner-attribution report 'receipts/**/*.jsonl' --json --fail-on-missing > attribution.json"
        })
public final class ReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PAGE",
            description = "The file to write the page to. It is replaced as a whole.")
    private @Nullable Path output;

    @Option(names = "--json", description = "Prints the figures as JSON.")
    private boolean json;

    @Option(
            names = "--fail-on-missing",
            description = "Ends with code 1 unless every request that creates or changes resources provably carried the"
                    + " tracking ID.")
    private boolean failOnMissing;

    @Option(
            names = "--partner",
            paramLabel = "NAME",
            description = "Your company, for the notice to customers on the page.")
    private @Nullable String partner;

    @Parameters(
            arity = "1..*",
            paramLabel = "RECEIPTS",
            description =
                    "Files, folders with *.jsonl files in them or below, globs such as 'receipts/**/*.jsonl', or - for standard input.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        if (output == null && !json) {
            throw new ParameterException(
                    spec.commandLine(), "say where the page goes by -o PAGE.html, or ask for the figures by --json");
        }
        Ledger ledger = new Ledger(Ledger.MOST_ROWS);
        if (new ReceiptReader(ledger).readAll(words, System.in) == 0) {
            err().println("no file of receipts was found: name it, or the folder with *.jsonl files in it");
            return ExitCode.FOUND;
        }
        if (output != null) {
            PageFile.write(output, Page.of(ledger, partner == null ? "<PARTNER>" : partner.strip(), Instant.now()));
        }
        tell(new Summary(ledger), ledger.unread());
        return failOnMissing && Verdict.of(ledger) != Verdict.COMPLETE ? ExitCode.FOUND : ExitCode.OK;
    }

    private void tell(Summary summary, Unread unread) {
        unread.messages().forEach(message -> err().println("not read: " + Sanitizer.shown(message)));
        long more = unread.lines() - unread.messages().size();
        if (more > 0) {
            err().println("not read: " + Words.count(more, "more line"));
        }
        spec.commandLine().getOut().print(json ? summary.json() : summary.text());
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
