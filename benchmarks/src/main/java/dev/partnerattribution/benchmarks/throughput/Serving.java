package dev.partnerattribution.benchmarks.throughput;

import dev.partnerattribution.testkit.Jdk;
import java.util.List;

/**
 * How many requests a second a server answers that calls nobody, asked by threads of this JVM, each on a connection that it
 * keeps: what the agent costs a program whose libraries it knows, and that never sends a request.
 */
public final class Serving {
    private static final List<String> SERVERS = List.of("Netty", "Jetty", "Undertow");
    private static final int THREADS = 16;

    private Serving() {}

    /** Measures, and returns tables. A single round just tries out whether it works. */
    public static String report(List<Jdk> jdks, int rounds) {
        return report(jdks, rounds, SERVERS);
    }

    /** The same of some of the servers. */
    public static String report(List<Jdk> jdks, int rounds, List<String> servers) {
        return new Comparison("server", servers, rounds, Serving::serve).report(jdks);
    }

    private static String serve(String server, MeasuredJvm jvm) {
        try (AskingClients clients = new AskingClients(THREADS)) {
            String figures = jvm.run(ServingProgram.class, server, Integer.toString(clients.port()));
            if (!clients.lastAnswer().startsWith("HTTP/1.1 200")
                    || clients.lastAnswer().contains("pid-")) {
                throw new IllegalStateException(server + ", " + jvm.agent() + " answered " + clients.lastAnswer());
            }
            return figures;
        }
    }
}
