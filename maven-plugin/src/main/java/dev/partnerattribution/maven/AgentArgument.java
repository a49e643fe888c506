package dev.partnerattribution.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The agent among the options of a JVM: one word of a line that Surefire takes apart. */
final class AgentArgument {
    private final List<String> options = new ArrayList<>();

    /**
     * Adds an option of the agent; nothing if the value is null. What the value means, the agent says.
     *
     * @throws MojoFailureException if the value would end before its end
     */
    AgentArgument option(String name, @Nullable String value) throws MojoFailureException {
        if (value != null && (value.contains(",") || value.contains("\""))) {
            throw new MojoFailureException(name + " is " + value
                    + ": an option of the agent can't hold a comma or a double quote; write ; between several values");
        }
        if (value != null) {
            options.add(name + "=" + value);
        }
        return this;
    }

    /** The word, in quotes. */
    String of(File agent) {
        return "\"-javaagent:" + agent + (options.isEmpty() ? "" : "=" + String.join(",", options)) + "\"";
    }
}
