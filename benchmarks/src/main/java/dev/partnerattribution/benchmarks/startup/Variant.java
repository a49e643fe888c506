package dev.partnerattribution.benchmarks.startup;

import dev.partnerattribution.benchmarks.Jars;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.benchmarks.emptyagent.EmptyAgent;
import dev.partnerattribution.benchmarks.emptyagent.EmptyTransformer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * With which agent a program starts.
 *
 * @param name what the tables call it
 * @param jvmArguments what makes it so
 */
record Variant(String name, List<String> jvmArguments) {
    static final String NONE = "none";
    static final String EMPTY = "empty agent";
    static final String EMPTY_TRANSFORMER = "empty transformer";
    static final String OURS = "ours, no options";
    static final String OURS_WITH_GUID = "ours, guid=…";
    static final String BEFORE = "the version before, guid=…";
    static final String OPENTELEMETRY = "OpenTelemetry";

    static final String GUID = "7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63";
    private static final String WITH_GUID = "=guid=" + GUID;

    /** All that can be had: an earlier version and OpenTelemetry's agent only if their jars were given. */
    static List<Variant> all(Scratch scratch) {
        List<Variant> all = new ArrayList<>();
        all.add(new Variant(NONE, List.of()));
        all.add(empty(scratch));
        all.add(emptyTransformer(scratch));
        all.add(ours(OURS, ""));
        Jars.agentBefore().ifPresent(jar -> all.add(new Variant(BEFORE, List.of("-javaagent:" + jar + WITH_GUID))));
        all.add(ours(OURS_WITH_GUID, WITH_GUID));
        Jars.openTelemetry().ifPresent(jar -> all.add(openTelemetry(jar)));
        return all;
    }

    /** Its manifest says as much as that of ours. */
    static Variant empty(Scratch scratch) {
        return small(EMPTY, EmptyAgent.class, scratch);
    }

    private static Variant emptyTransformer(Scratch scratch) {
        return small(EMPTY_TRANSFORMER, EmptyTransformer.class, scratch);
    }

    private static Variant small(String name, Class<?> agent, Scratch scratch) {
        Path jar = Jars.write(
                scratch.resolve(agent.getSimpleName() + ".jar"),
                agent,
                Map.of(
                        "Premain-Class", agent.getName(),
                        "Can-Retransform-Classes", "true",
                        "Created-By", "benchmarks",
                        "Build-Jdk-Spec", "17",
                        "Implementation-Title", name,
                        "Implementation-Version", "1"));
        return new Variant(name, List.of("-javaagent:" + jar));
    }

    static Variant ours(String name, String options) {
        return new Variant(name, List.of("-javaagent:" + Jars.agent() + options));
    }

    /** Whether it has programs that use Azure carry {@link #GUID}. */
    boolean attributes() {
        return name.equals(OURS_WITH_GUID) || name.equals(BEFORE);
    }

    private static Variant openTelemetry(Path jar) {
        return new Variant(
                OPENTELEMETRY,
                List.of(
                        "-javaagent:" + jar,
                        "-Dotel.traces.exporter=none",
                        "-Dotel.metrics.exporter=none",
                        "-Dotel.logs.exporter=none"));
    }
}
