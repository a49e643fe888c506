package dev.partnerattribution.cli.report;

import dev.partnerattribution.cli.report.page.Page;
import dev.partnerattribution.cli.report.page.Summary;
import dev.partnerattribution.cli.report.reading.ReceiptReader;
import dev.partnerattribution.cli.report.statistics.CountsWriter;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.report.statistics.Unread;
import dev.partnerattribution.cli.report.statistics.Verdict;
import dev.partnerattribution.cli.terminal.Amount;
import dev.partnerattribution.cli.terminal.Colors;
import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.cli.terminal.OutputFile;
import dev.partnerattribution.cli.terminal.Progress;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
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
            "What can't be read is told with its file and line, and counted; a receipt that comes twice counts once. There may"
                    + " be any number of receipts: all processors read them, in little memory."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK + ":done",
            ExitCode.FOUND
                    + ":with --fail-on-missing: a request that creates or changes resources lacked the tracking ID, receipts"
                    + " are lost or unreadable, or there is none; without: no file of receipts was found",
            ExitCode.WRONG_USAGE,
            ExitCode.NO_FILE + ", or receipts were given twice, once as counts",
            ExitCode.UNEXPECTED
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  partner-attribution report receipts -o attribution.html --partner Contoso",
            "  partner-attribution report 'receipts/**/*.jsonl' --json --fail-on-missing > attribution.json",
            "  partner-attribution report receipts --counts counts/$HOSTNAME.jsonl",
            "  partner-attribution report counts -o attribution.html"
        })
public final class ReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PAGE",
            description = "The file to write the page to, or - for standard output. It is replaced as a whole.")
    private @Nullable Path output;

    @Option(names = "--json", description = "Prints the figures as JSON.")
    private boolean json;

    @Option(
            names = "--counts",
            paramLabel = "FILE",
            description =
                    "The file to write the counts of these receipts to, or - for standard output. Such files are taken"
                            + " among RECEIPTS, so that the counts of parts add up.")
    private @Nullable Path counts;

    @Option(
            names = "--fail-on-missing",
            description = "Ends with code 1 unless every request that creates or changes resources provably carried the"
                    + " tracking ID.")
    private boolean failOnMissing;

    @Option(
            names = "--require-end",
            description =
                    "A program that was killed, or is still running, may have sent more than its receipts say: then"
                            + " nothing is complete.")
    private boolean requireEnd;

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints nothing but what was asked for, and faults.")
    private boolean quiet;

    @Option(
            names = "--partner",
            paramLabel = "NAME",
            description = "Your company, for the notice to customers on the page.")
    private @Nullable String partner;

    @Parameters(
            arity = "1..*",
            paramLabel = "RECEIPTS",
            description =
                    "Files of receipts or counts, folders with *.jsonl files in them or below (*.jsonl.1 and *.jsonl.gz too), globs such as 'receipts/**/*.jsonl', or - for standard input.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        check();
        ReceiptReader reader = ReceiptReader.of(words);
        if (reader.isEmpty()) {
            err().println("no file of receipts was found: name it, or the folder with *.jsonl files in it");
            return ExitCode.FOUND;
        }
        ReceiptStatistics statistics = read(reader);
        if (output != null) {
            String page = Page.of(statistics, partner == null ? "<PARTNER>" : partner.strip(), Instant.now());
            OutputFile.write(output, page, out());
        }
        if (counts != null) {
            OutputFile.write(counts, counts(statistics), out());
        }
        tell(statistics);
        return failOnMissing && Verdict.of(statistics) != Verdict.COMPLETE ? ExitCode.FOUND : ExitCode.OK;
    }

    private void check() {
        if (output == null && counts == null && !json) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say where the page goes by -o PAGE.html, or ask for the figures by --json or --counts FILE");
        }
        if (onStandardOutput() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "only one of -o -, --counts - and --json can go to standard output; name files");
        }
    }

    private int onStandardOutput() {
        return (json ? 1 : 0) + (isStandardOutput(output) ? 1 : 0) + (isStandardOutput(counts) ? 1 : 0);
    }

    private static boolean isStandardOutput(@Nullable Path file) {
        return file != null && OutputFile.isStandardOutput(file);
    }

    private ReceiptStatistics read(ReceiptReader reader) {
        ReceiptStatistics statistics;
        try (Progress progress = Progress.of(err(), reader.bytes(), quiet)) {
            statistics = reader.read(System.in, progress);
        }
        statistics.countedTwice().ifPresent(jvm -> {
            throw Failure.ofFile("receipts of JVM " + jvm.name()
                    + " come twice, and at least once as counts, so that nothing can be added up: give each part once, as"
                    + " receipts or as counts");
        });
        if (requireEnd) {
            statistics.requireEnds();
        }
        return statistics;
    }

    private static String counts(ReceiptStatistics statistics) {
        StringBuilder lines = new StringBuilder();
        try {
            CountsWriter.write(statistics, lines);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines.toString();
    }

    private void tell(ReceiptStatistics statistics) {
        Unread unread = statistics.unread();
        if (!quiet) {
            unread.messages().forEach(message -> err().println("not read: " + Sanitizer.shown(message)));
            long more = unread.lines() - unread.messages().size();
            if (more > 0) {
                err().println("not read: " + Amount.of(more, "more line"));
            }
        }
        if (json) {
            out().print(new Summary(statistics).json());
        } else if (!quiet && onStandardOutput() == 0) {
            out().print(new Summary(statistics).text(Colors.of(spec.commandLine())));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
