package dev.partnerattribution.benchmarks.throughput;

import dev.partnerattribution.testkit.Jdk;
import java.util.List;

/** How many requests a second a program sends on 64 threads, against one server in this JVM that answers at once. */
public final class Throughput {
    private static final List<String> CLIENTS = List.of("HttpURLConnection", "OkHttp", "HttpClient 5", "azure-core");
    private static final int THREADS = 64;

    private Throughput() {}

    /** Measures, and returns tables. A single round just tries out whether it works. */
    public static String report(List<Jdk> jdks, int rounds) {
        return report(jdks, rounds, CLIENTS);
    }

    /** The same of some of the clients. */
    public static String report(List<Jdk> jdks, int rounds, List<String> clients) {
        try (AnsweringServer server = new AnsweringServer()) {
            return new Comparison("client", clients, rounds, (client, jvm) -> sendTo(server, client, jvm)).report(jdks);
        }
    }

    private static String sendTo(AnsweringServer server, String client, MeasuredJvm jvm) {
        String figures = jvm.run(SendingProgram.class, client, server.uri().toString(), Integer.toString(THREADS));
        if (server.lastUserAgent().contains(Comparison.PID) != jvm.hasAgent()) {
            throw new IllegalStateException(client + ", " + jvm.agent() + " sent " + server.lastUserAgent());
        }
        return figures;
    }
}
