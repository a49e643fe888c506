package dev.partnerattribution.cli.emulate;

import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.RecordedRequest;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs an Azure Resource Manager on this machine and shows what arrives. */
@Command(
        name = "emulate",
        description = {
            "Runs an Azure Resource Manager on this machine.",
            "",
            "Shows each request with its User-Agent. Point any tool at it, deploy, and see whether each request carries your tracking ID. It keeps resource groups,"
                    + " resources of any type and deployments, lets everyone log in, and forgets all when it ends. It"
                    + " listens on 127.0.0.1 only."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK + ":whoever read the output left",
            ExitCode.WRONG_USAGE,
            ExitCode.FILE + ":the port could not be opened, the certificate not be made, or the output not be written",
            ExitCode.UNEXPECTED,
            "130:ended by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  partner-attribution emulate", "  partner-attribution emulate --port 8443 --json > requests.jsonl"})
public final class EmulateCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on; a free one unless said otherwise.")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "A further host name to answer to, as often as needed.")
    private List<String> hosts = List.of();

    @Option(
            names = "--json",
            description = "Each request as a JSON object in one line; how to reach it goes to stderr.")
    private boolean json;

    private final Tally tally = new Tally();
    private final CountDownLatch readerLeft = new CountDownLatch(1);

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (LoopbackArm arm = start(out)) {
            TerraformLogIn.at(arm);
            PrintWriter introduced = json ? err : out;
            introduced.print(Introduction.of(arm));
            introduced.flush();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> err.println(tally)));
            if (!out.checkError()) {
                readerLeft.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LoopbackArm start(PrintWriter out) {
        try {
            LoopbackArm.Builder builder =
                    LoopbackArm.builder().hosts(hosts.toArray(String[]::new)).onRequest(request -> show(request, out));
            return (port == null ? builder : builder.port(port)).start();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            Throwable cause = e.getCause();
            throw Failure.ofFile(e.getMessage()
                    + (cause == null ? "" : ": " + cause.getMessage())
                    + (port == null ? "" : "; end what listens there, or leave --port out"));
        }
    }

    private void show(RecordedRequest request, PrintWriter out) {
        if (TerraformLogIn.isOne(request)) {
            return;
        }
        synchronized (tally) {
            List<String> ids = tally.add(request);
            out.print(json ? RequestLines.json(request, ids) : RequestLines.text(request, ids));
            if (out.checkError()) {
                readerLeft.countDown();
            }
        }
    }
}
