package dev.partnerattribution.cli;

import dev.partnerattribution.cli.doctor.DoctorCommand;
import dev.partnerattribution.cli.emulate.EmulateCommand;
import dev.partnerattribution.cli.environment.EnvCommand;
import dev.partnerattribution.cli.id.IdCommand;
import dev.partnerattribution.cli.notice.NoticeCommand;
import dev.partnerattribution.cli.report.ReportCommand;
import dev.partnerattribution.cli.snippet.SnippetCommand;
import dev.partnerattribution.cli.template.TemplateCommand;
import dev.partnerattribution.cli.verify.VerifyCommand;
import dev.partnerattribution.cli.weave.WeaveCommand;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * The commands. Picocli asks the class of each for its annotations by reflection, which takes longer than most commands do: so
 * where the first word names one, it alone is made.
 */
final class Subcommands {
    /** In the order of the help. */
    private static final List<String> NAMES =
            List.of("id", "template", "snippet", "env", "notice", "emulate", "verify", "doctor", "weave", "report");

    private Subcommands() {}

    /** Adds those that are needed where these words are typed; all where help or suggestions may be. */
    static void addFor(CommandLine line, String... words) {
        if (words.length > 0 && NAMES.contains(words[0])) {
            line.addSubcommand(command(words[0]));
        } else {
            addAll(line);
        }
    }

    private static void addAll(CommandLine line) {
        NAMES.forEach(name -> line.addSubcommand(command(name)));
        line.addSubcommand(new GenerateCompletion());
        line.addSubcommand(new HelpCommand());
    }

    /** A switch, since a table of them would load the class of each. */
    private static Object command(String name) {
        return switch (name) {
            case "id" -> new IdCommand();
            case "template" -> new TemplateCommand();
            case "snippet" -> new SnippetCommand();
            case "env" -> new EnvCommand();
            case "notice" -> new NoticeCommand();
            case "emulate" -> new EmulateCommand();
            case "verify" -> new VerifyCommand();
            case "doctor" -> new DoctorCommand();
            case "weave" -> new WeaveCommand();
            case "report" -> new ReportCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
