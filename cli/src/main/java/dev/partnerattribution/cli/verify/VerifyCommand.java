package dev.partnerattribution.cli.verify;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.terminal.ExitCode;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the resources that are attributed through a deployment. */
@Command(
        name = "verify",
        description = {
            "Lists the resources that a deployment attributes to you.",
            "",
            "Does what Microsoft's script Verify-DeploymentGuid does: takes the correlation ID of the deployment pid-... of"
                    + " a template, the deployments with the same one, and what they made; also in other scopes.",
            "",
            "Works for templates only: deployments by API, SDK or Terraform carry the tracking ID in the User-Agent and"
                    + " leave nothing to look for. Logs in as the Azure SDK does by default: by environment variables, a"
                    + " managed identity, az login, Azure PowerShell or azd. Reads, never writes."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK + ":resources are attributed",
            ExitCode.FOUND
                    + ":no such deployment, or nothing is attributed by it, since nothing was made, or its name is no"
                    + " tracking ID",
            ExitCode.WRONG_USAGE,
            ExitCode.NO_OUTPUT,
            ExitCode.AZURE + ":Azure could not be asked, or not for all of the deployments",
            ExitCode.UNEXPECTED
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  partner-attribution verify pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73 -g my-group -s SUBSCRIPTION",
            "  partner-attribution verify pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73 --management-group contoso --json"
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[-\\w.()]{1,64}");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description =
                    "The name of the deployment: the tracking ID, such as pid-<guid>. The suffix that template stamp"
                            + " gives it above resource groups may be left out.")
    private String name = "";

    @ArgGroup(exclusive = false)
    private ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--cloud",
            defaultValue = "public",
            paramLabel = "CLOUD",
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private Cloud cloud = Cloud.PUBLIC;

    @Option(
            names = "--arm-endpoint",
            paramLabel = "URL",
            description =
                    "Another address of Azure Resource Manager, such as a private endpoint's. The log-in stays that of"
                            + " --cloud.")
    private @Nullable URI armEndpoint;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!NAME.matcher(name).matches()) {
            throw wrong(
                    "\"" + name + "\" can't be the name of a deployment: it has 1 to 64 letters, digits, - _ . ( )");
        }
        if (armEndpoint != null
                && (armEndpoint.getHost() == null || !"https".equalsIgnoreCase(armEndpoint.getScheme()))) {
            throw wrong("--arm-endpoint is no address: write it like https://management.contoso.example");
        }
        Scope where = scope.scope(spec);
        String deployment = TrackingId.isGuid(name) ? "pid-" + name : name;
        Evidence evidence = Trace.of(LogIn.to(cloud, armEndpoint, err), where, deployment);
        spec.commandLine().getOut().print(json ? Report.json(evidence) : Report.text(evidence, where));
        evidence.unread().forEach(left -> err.println("not read: " + left));
        evidence.otherIds()
                .forEach(other -> err.println("in the same run is " + other
                        + ", of another tracking ID: Microsoft does not say which one it credits"));
        if (!evidence.unread().isEmpty()) {
            return ExitCode.AZURE;
        }
        return evidence.attributed() > 0 ? ExitCode.OK : ExitCode.FOUND;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
