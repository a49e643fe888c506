package dev.partnerattribution.cli.doctor.application;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * With what a program is, or would be, started.
 *
 * @param agentOptions those of the agent; null if it has none
 * @param properties its system properties, as far as they are known
 * @param environment null if it can't be read
 * @param mainClass null if it is known from the application alone
 * @param said what attribution has printed so far
 */
public record Start(
        @Nullable String agentOptions,
        Map<String, String> properties,
        @Nullable Map<String, String> environment,
        @Nullable String mainClass,
        List<String> said) {
    public Start {
        properties = Map.copyOf(properties);
        environment = environment == null ? null : Map.copyOf(environment);
        said = List.copyOf(said);
    }

    /** Of a file nobody knows with what it will be started: our own environment is not its. */
    static Start unknown(@Nullable String agentOptions) {
        return new Start(agentOptions, Map.of(), Map.of(), null, List.of());
    }
}
