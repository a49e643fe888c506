package dev.partnerattribution.cli.emulate;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.cli.terminal.TrackingIdConverter;
import dev.partnerattribution.testkit.LoopbackArm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an Azure Resource Manager on this machine and shows what arrives, of any client or of one program that it starts. */
@Command(
        name = "emulate",
        showEndOfOptionsDelimiterInUsageHelp = true,
        description = {
            "Runs an Azure Resource Manager on this machine.",
            "",
            "With a command after --, starts it so that its unchanged code logs in and deploys here, and ends with it:"
                    + " whether each request carried a tracking ID is the exit code. Programs in Java need nothing else, and"
                    + " those that heed HTTPS_PROXY, such as az, Terraform and Python, neither. Input and output are the"
                    + " program's; each request is shown on stderr, behind \"emulate: \".",
            "",
            "Without one, says how to point any tool at it, and shows each request with its User-Agent until Ctrl-C.",
            "",
            "It keeps resource groups, resources of any type and deployments, lets everyone log in, and forgets all when it"
                    + " ends. It listens on 127.0.0.1 only, and nothing that is sent to it reaches Azure."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK
                    + ":each request of the program carried one tracking ID; without a program: whoever read the output"
                    + " left",
            ExitCode.FOUND + ":the program sent no request, or one without the tracking ID or with several",
            ExitCode.WRONG_USAGE,
            ExitCode.FILE
                    + ":the port could not be opened, the certificate not be made, the program not be started, or the"
                    + " output not be written",
            ExitCode.PROGRAM + ":the program ended with another code than 0, which is told on stderr",
            ExitCode.UNEXPECTED,
            "130:ended by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  partner-attribution emulate -- java -jar app.jar",
            "  partner-attribution emulate --expect 7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73 -- ./deploy.sh",
            "  partner-attribution emulate --port 8443 --json > emulated.jsonl"
        })
public final class EmulateCommand implements Callable<Integer> {
    /** Where clients that heed no proxy go. */
    private static final Integer HTTPS = 443;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on. Unless said otherwise a free one; with a program 443 if that can be"
                    + " opened, where also clients that heed no proxy find it.")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "A further host name to answer to, as often as needed.")
    private List<String> hosts = List.of();

    @Option(
            names = "--json",
            description = "A JSON object in one line that says how to reach it, then one for each request; what people"
                    + " read goes to stderr. Without a program only.")
    private boolean json;

    @Option(
            names = "--expect",
            paramLabel = "ID",
            converter = TrackingIdConverter.class,
            description =
                    "The tracking ID that each request of the program must carry, a GUID or a whole ID; any will do"
                            + " unless said otherwise.")
    private @Nullable TrackingId expected;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "A program to start, and its arguments.")
    private List<String> command = List.of();

    @Override
    public Integer call() throws InterruptedException {
        return command.isEmpty() ? serve() : runProgram();
    }

    private int runProgram() throws InterruptedException {
        if (json) {
            throw wrong("--json is for emulate without a program: the output is the program's");
        }
        ProgramRun run = new ProgramRun(spec.commandLine().getErr(), expected);
        LoopbackArm.Builder builder = LoopbackArm.builder().onRequest(run::show).onRefusedHost(run::refuse);
        try (LoopbackArm arm = start(builder, port == null && canListenOnHttps() ? HTTPS : port)) {
            return run.run(command, arm);
        }
    }

    /** Root can, as a rule, and everyone in most containers. */
    private static boolean canListenOnHttps() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), HTTPS));
            return true;
        } catch (IOException notForUs) {
            return false;
        }
    }

    private int serve() throws InterruptedException {
        if (expected != null) {
            throw wrong("--expect is for a program: name it after --");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        CountDownLatch readerLeft = new CountDownLatch(1);
        RequestLog log = new RequestLog(out, json ? RequestLines::json : RequestLines::text, readerLeft::countDown);
        try (LoopbackArm arm = start(LoopbackArm.builder().onRequest(log::show), port)) {
            if (json) {
                err.print(Introduction.text(arm));
                err.flush();
            }
            log.begin(json ? Introduction.json(arm) : Introduction.text(arm));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> err.println(log.tally())));
            if (!out.checkError()) {
                readerLeft.await();
            }
        }
        return ExitCode.OK;
    }

    private LoopbackArm start(LoopbackArm.Builder builder, @Nullable Integer number) {
        try {
            builder.hosts(hosts.toArray(String[]::new));
            return (number == null ? builder : builder.port(number)).start();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            Throwable cause = e.getCause();
            throw Failure.ofFile(e.getMessage()
                    + (cause == null ? "" : ": " + cause.getMessage())
                    + (number == null ? "" : "; end what listens there, or leave --port out"));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
