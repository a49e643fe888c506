package dev.partnerattribution.cli.environment;

import dev.partnerattribution.TrackingId;
import java.util.List;
import java.util.stream.Collectors;

/** For Windows PowerShell 5 and PowerShell 7. Running it twice is running it once. */
final class PowerShellScript {
    private static final String TRACKING_ID =
            " pid-([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-z][-\\w.]*-partnercenter) ";

    private PowerShellScript() {}

    /** Each line ended. */
    static String of(TrackingId id) {
        List<Variable> variables = Variable.of(id);
        String appended = variables.stream()
                .filter(Variable::appended)
                .map(variable -> "'" + variable.name() + "'")
                .collect(Collectors.joining(", "));
        return """
                if ($Env:PARTNER_ATTRIBUTION_OPT_OUT -notin '1', 'true') {
                    foreach ($name in %1$s) {
                        $value = [Environment]::GetEnvironmentVariable($name)
                        if (" $value " -notmatch '%2$s') {  # only one tracking ID is read
                            [Environment]::SetEnvironmentVariable($name, "$value %3$s".Trim())
                        }
                    }
                %4$s    if (" $Env:%5$s " -like '* %3$s *') {
                %6$s    }
                }
                """
                .formatted(
                        appended,
                        TRACKING_ID,
                        id.token(),
                        lines(
                                variables.stream()
                                        .filter(variable -> !variable.needsUserAgent())
                                        .toList(),
                                4),
                        Variable.USER_AGENT,
                        lines(
                                variables.stream()
                                        .filter(Variable::needsUserAgent)
                                        .toList(),
                                8));
    }

    private static String lines(List<Variable> variables, int indent) {
        return variables.stream()
                .filter(variable -> !variable.appended())
                .map(variable -> "if (-not (Test-Path Env:%1$s)) { $Env:%1$s = '%2$s' }"
                        .formatted(variable.name(), variable.value()))
                .map(line -> " ".repeat(indent) + line + "\n")
                .collect(Collectors.joining());
    }
}
