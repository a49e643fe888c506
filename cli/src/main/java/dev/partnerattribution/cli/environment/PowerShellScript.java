package dev.partnerattribution.cli.environment;

import dev.partnerattribution.TrackingId;
import java.util.List;
import java.util.stream.Collectors;

/** For Windows PowerShell 5 and PowerShell 7. Running it twice is running it once. */
final class PowerShellScript {
    private static final String TRACKING_ID =
            "pid-([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-z][-\\w.]*-partnercenter)";

    private PowerShellScript() {}

    /** Each line ended. */
    static String of(TrackingId id) {
        List<Variable> variables = Variable.of(id);
        String shared = variables.stream()
                .filter(Variable::shared)
                .map(variable -> "'" + variable.name() + "'")
                .collect(Collectors.joining(", "));
        return """
                if ("${Env:PARTNER_ATTRIBUTION_OPT_OUT}${Env:PARTNER_ATTRIBUTION_OPTOUT}" -in '', '0', 'false') {  # else opted out
                    foreach ($name in %1$s) {
                        $value = [Environment]::GetEnvironmentVariable($name)
                        if (" $value " -notmatch '[%7$s]%2$s[%7$s]') {  # only one tracking ID is read
                            if (-not $value) { $value = '%8$s' }  # what is glued to its end leaves the ID alone
                            [Environment]::SetEnvironmentVariable($name, "%3$s $value")
                        }
                    }
                %4$s    if (" $Env:%5$s " -match '[%7$s]%3$s[%7$s]') {
                %6$s    }
                }
                """
                .formatted(
                        shared,
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
                                8),
                        Variable.SEPARATORS,
                        Variable.LAST_WORD);
    }

    private static String lines(List<Variable> variables, int indent) {
        return variables.stream()
                .filter(variable -> !variable.shared())
                .map(variable -> "if (-not (Test-Path Env:%1$s)) { $Env:%1$s = '%2$s' }"
                        .formatted(variable.name(), variable.value()))
                .map(line -> " ".repeat(indent) + line + "\n")
                .collect(Collectors.joining());
    }
}
