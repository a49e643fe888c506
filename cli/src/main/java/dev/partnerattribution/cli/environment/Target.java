package dev.partnerattribution.cli.environment;

import dev.partnerattribution.TrackingId;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where an environment is set. */
enum Target {
    BASH {
        @Override
        String script(TrackingId id) {
            return """
                    # For sh, bash, zsh: eval "$(partner-attribution env bash ...)", or paste it into a script.
                    """
                    + ShellScript.of(id);
        }
    },
    POWERSHELL {
        @Override
        String script(TrackingId id) {
            return """
                    # Before the first Az command of the session.
                    """
                    + PowerShellScript.of(id);
        }
    },
    GITHUB {
        @Override
        String script(TrackingId id) {
            return """
                    # A step of a job, after azure/login, which sets AZURE_HTTP_USER_AGENT too, and before those that deploy.
                    - name: Attribute what is deployed
                      shell: bash
                      run: |
                    %s    for name in %s; do
                          if [ -n "${!name+set}" ]; then echo "$name=${!name}" >> "$GITHUB_ENV"; fi
                        done
                    """
                    .formatted(ShellScript.of(id).indent(4), ShellScript.names(id));
        }
    },
    AZURE_PIPELINES {
        @Override
        String script(TrackingId id) {
            return """
                    # A step of a job, before those that deploy. A task that sets AZURE_HTTP_USER_AGENT anew loses it:
                    # begin its inline script with what partner-attribution env bash prints.
                    - bash: |
                    %s    for name in %s; do
                          if [ -n "${!name+set}" ]; then echo "##vso[task.setvariable variable=$name]${!name}"; fi
                        done
                      displayName: Attribute what is deployed
                    """
                    .formatted(ShellScript.of(id).indent(4), ShellScript.names(id));
        }
    },
    DOCKERFILE {
        @Override
        String script(TrackingId id) {
            return """
                    # In the last stage. What docker run -e sets comes in place of it, and a customer's opt-out is not asked:
                    # a container that starts by a shell script should run what partner-attribution env bash prints.
                    ENV\s"""
                    + Variable.of(id).stream().map(Target::dockerLine).collect(Collectors.joining(" \\\n    "))
                    + "\n";
        }
    };

    /** Ends with a line feed. */
    abstract String script(TrackingId id);

    private static String dockerLine(Variable variable) {
        String name = variable.name();
        return variable.shared()
                ? "%1$s=\"%2$s ${%1$s:-%3$s}\"".formatted(name, variable.value(), Variable.LAST_WORD)
                : "%1$s=\"${%1$s:-%2$s}\"".formatted(name, variable.value());
    }

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
