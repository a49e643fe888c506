package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Settings;
import java.util.function.Predicate;

/** Whether the agent's options are in order; if not, says on stderr what is wrong. */
public final class OptionsCheck implements Predicate<String> {

    /** Made by the launcher, by name. */
    public OptionsCheck() {}

    @Override
    public boolean test(String agentOptions) {
        return Settings.acceptAgentOptions(agentOptions);
    }
}
