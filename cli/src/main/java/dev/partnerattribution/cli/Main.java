package dev.partnerattribution.cli;

import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.cli.terminal.StandardOutput;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command. Its output is UTF-8. */
public final class Main {
    /** Examples hold GUIDs. */
    private static final int WIDTH = 100;

    /** What a server answers is quoted in full. */
    private static final int LONGEST = 4_000;

    private Main() {}

    public static void main(String[] args) {
        StandardOutput stdout = new StandardOutput();
        PrintWriter out = new PrintWriter(new OutputStreamWriter(stdout, StandardCharsets.UTF_8), false);
        PrintWriter err = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
        int exitCode = run(commandLine(args).setOut(out).setErr(err), err, args);
        out.flush();
        String fault = stdout.fault();
        if (fault != null) {
            err.println(message("the output could not be written: " + fault));
            exitCode = ExitCode.FILE;
        }
        // Not by returning: threads of Azure's SDK may linger.
        System.exit(exitCode);
    }

    /** Also what is no exception, such as too little memory, ends with the code that the page says. */
    private static int run(CommandLine line, PrintWriter err, String... args) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError | StackOverflowError tooMuch) {
            err.println(message("this takes more memory than there is ("
                    + tooMuch.getClass().getSimpleName()
                    + "): give it fewer files at once, or the JVM more by -Xmx; please report the file that it was"));
            return ExitCode.BUG;
        } catch (Error fault) {
            unexpected(fault, err);
            return ExitCode.BUG;
        }
    }

    private static void unexpected(Throwable fault, PrintWriter err) {
        err.println(message("unexpected fault; please report this:"));
        fault.printStackTrace(err);
    }

    /** All commands, in the state in which they are run. */
    static CommandLine commandLine() {
        return commandLine(new String[0]);
    }

    /** Those that are needed to run this. */
    private static CommandLine commandLine(String... words) {
        CommandLine line = new CommandLine(new RootCommand());
        Subcommands.addFor(line, words);
        prepare(line);
        return line.setUsageHelpWidth(WIDTH)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(Main::refuse)
                .setExecutionExceptionHandler((e, command, parsed) -> fail(e, command));
    }

    /** Gives each command the options for help and version, so that none can lack them, and reads choices our way. */
    private static void prepare(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        if (!spec.mixinStandardHelpOptions() && !spec.helpCommand()) {
            spec.mixinStandardHelpOptions(true);
        }
        spec.versionProvider(new Version());
        spec.args().forEach(arg -> Arrays.stream(arg.auxiliaryTypes())
                .filter(Class::isEnum)
                .forEach(type -> readChoices(line, type)));
        line.getSubcommands().values().forEach(Main::prepare);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void readChoices(CommandLine line, Class type) {
        line.registerConverter(type, new Choices(type));
    }

    /** One line, what may have been meant, and where to read more: picocli's whole help would push them off the screen. */
    private static int refuse(ParameterException told, String[] args) {
        CommandLine command = told.getCommandLine();
        ParameterException wrong = told instanceof MissingParameterException ? mistyped(told, args) : told;
        PrintWriter err = command.getErr();
        err.println(message(String.valueOf(wrong.getMessage()).replaceFirst("^Error: ", "")));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** Of an option that is mistyped and a parameter that is missing picocli tells the latter, which may follow from it. */
    private static ParameterException mistyped(ParameterException missing, String[] args) {
        CommandLine command = missing.getCommandLine();
        List<String> unknown = Arrays.stream(args)
                .takeWhile(arg -> !arg.equals("--"))
                .filter(arg -> arg.startsWith("--"))
                .filter(arg -> command.getCommandSpec().findOption(arg.split("=", 2)[0]) == null)
                .toList();
        return unknown.isEmpty() ? missing : new UnmatchedArgumentException(command, unknown);
    }

    private static int fail(Exception thrown, CommandLine command) {
        if (thrown instanceof Failure failure) {
            command.getErr().println(message(String.valueOf(failure.getMessage())));
            return failure.exitCode();
        }
        unexpected(thrown, command.getErr());
        return ExitCode.BUG;
    }

    /** What is wrong may quote names of files, or what a server answered. */
    private static String message(String text) {
        return "partner-attribution: "
                + text.lines().map(line -> Sanitizer.shown(line, LONGEST)).collect(Collectors.joining("\n"));
    }

    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"partner-attribution " + (version == null ? "(not packaged)" : version)};
        }
    }
}
