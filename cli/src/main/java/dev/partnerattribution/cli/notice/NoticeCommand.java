package dev.partnerattribution.cli.notice;

import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.templates.CustomerNotice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints Microsoft's notices to customers with a partner's name. */
@Command(
        name = "notice",
        description = {
            "Prints the notice to your customers.",
            "",
            "What Microsoft asks partners to tell them, in Microsoft's words, with your name. There are two: one for those who deploy your template, one for those who run your software. See that it"
                    + " fits your own privacy policy, and say how a customer opts out: for software with this product by"
                    + " the environment variable PARTNER_ATTRIBUTION_OPT_OUT=true."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.DONE, ExitCode.WRONG_USAGE, ExitCode.NO_OUTPUT, ExitCode.UNEXPECTED},
        footerHeading = "%nExamples:%n",
        footer = {
            "  partner-attribution notice --partner Contoso",
            "  partner-attribution notice --partner \"Contoso & Sons\" --for sdk --format html"
        })
public final class NoticeCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--partner",
            required = true,
            paramLabel = "NAME",
            description = "Your company, as customers know it.")
    private String partner = "";

    @Option(names = "--for", paramLabel = "WHAT", description = "One of: ${COMPLETION-CANDIDATES}. Without it: both.")
    private List<CustomerNotice> notices = List.of();

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "One of: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise.")
    private Format format = Format.TEXT;

    @Override
    public void run() {
        String name = partner.strip();
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw new ParameterException(spec.commandLine(), "--partner is no name: write it on one line");
        }
        List<CustomerNotice> wanted = notices.isEmpty() ? Arrays.asList(CustomerNotice.values()) : notices;
        String text = wanted.stream().map(notice -> format.of(notice, name)).collect(Collectors.joining("\n"));
        spec.commandLine().getOut().print(text);
    }
}
