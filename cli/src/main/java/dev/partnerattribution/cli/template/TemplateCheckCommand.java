package dev.partnerattribution.cli.template;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.terminal.Colors;
import dev.partnerattribution.cli.terminal.Colors.Tone;
import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.cli.terminal.TrackingIdConverter;
import dev.partnerattribution.templates.CheckReport;
import dev.partnerattribution.templates.ReportFormat;
import dev.partnerattribution.templates.Rule;
import dev.partnerattribution.templates.SkippedRules;
import dev.partnerattribution.templates.TemplateCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports what is wrong with the attribution of templates. */
@Command(
        name = "check",
        description = {
            "Reports what is wrong with the tracking ID of templates.",
            "",
            "Each finding has file, line, column, rule, why and the fix. It reads ARM templates, Bicep files and zip packages of managed applications, writes nothing, and asks nobody."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK + ":no finding of the level of --fail-on or above",
            ExitCode.FOUND + ":at least one such finding, or no template was found",
            ExitCode.WRONG_USAGE,
            ExitCode.NO_FILE,
            ExitCode.UNEXPECTED
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  partner-attribution template check azuredeploy.json app.zip infra",
            "  partner-attribution template check --skip PAT013=\"both partners are meant\" infra",
            "  partner-attribution template check --format sarif 'infra/**/*.bicep' > findings.sarif"
        })
final class TemplateCheckCommand implements Callable<Integer> {
    private static final Pattern LEVEL = Pattern.compile("(?m)^(.*?:\\d+:\\d+: )(error|warning|note)(?= PAT\\d{3} )");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "One of: text, json, sarif, github, junit; ${DEFAULT-VALUE} unless said otherwise.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--fail-on",
            defaultValue = "error",
            paramLabel = "LEVEL",
            description = "The lowest level that ends with code 1: error, warning, note; ${DEFAULT-VALUE} unless said"
                    + " otherwise.")
    private Rule.Level failOn = Rule.Level.ERROR;

    @Option(
            names = "--expect",
            paramLabel = "ID",
            converter = TrackingIdConverter.class,
            description = "Also finds templates with another tracking ID than this GUID or whole ID.")
    private @Nullable TrackingId expected;

    @Option(
            names = "--skip",
            paramLabel = "RULE=WHY",
            description =
                    "Suppresses the findings of a rule, such as PAT007=\"agreed with legal\"; can be given several"
                            + " times.")
    private List<String> skips = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A file of JSON that says the same: {\"skip\": {\"PAT007\": \"agreed with legal\"}}.")
    private @Nullable Path config;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, folders, zip packages, globs such as 'infra/**/*.bicep', or - for standard input.")
    private List<String> patterns = List.of();

    @Override
    public Integer call() {
        TemplateCheck check = new TemplateCheck().skipping(skipped());
        check = expected == null ? check : check.expecting(expected);
        CheckReport report = check.check(Files.find(patterns));
        String text = format.format(report);
        spec.commandLine().getOut().print(format == ReportFormat.TEXT ? colored(text) : text);
        if (report.templates() == 0) {
            spec.commandLine().getErr().println("no template was found: name its file, or the folder it is in");
            return ExitCode.FOUND;
        }
        Rule.Level worst = report.worst();
        return worst == null || worst.compareTo(failOn) > 0 ? ExitCode.OK : ExitCode.FOUND;
    }

    /** What the report holds is sanitized, so that it has no escape sequence but these. */
    private String colored(String report) {
        Colors colors = Colors.of(spec.commandLine());
        return LEVEL.matcher(report)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + colors.paint(found.group(2), tone(found.group(2)))));
    }

    private static Tone tone(String level) {
        return switch (level) {
            case "error" -> Tone.BAD;
            case "warning" -> Tone.DOUBTFUL;
            default -> Tone.NOTED;
        };
    }

    /** What the command line says counts more than what the file says. */
    private Map<Rule, String> skipped() {
        Map<Rule, String> skipped = new EnumMap<>(Rule.class);
        try {
            if (config != null) {
                skipped.putAll(SkippedRules.read(config));
            }
            skipped.putAll(SkippedRules.parse(skips));
            return skipped;
        } catch (IOException e) {
            throw Failure.ofFile(e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), (config == null ? "--skip: " : "--config or --skip: ") + e.getMessage());
        }
    }
}
