package dev.partnerattribution.wire;

import java.nio.file.Path;
import java.util.List;

/** Agents that programs are often started with, each told to send what it sees nowhere but to this machine. */
enum OtherAgent {
    OPENTELEMETRY("io.opentelemetry.javaagent:opentelemetry-javaagent:2.33.1", 25) {
        /** Prints each span, with its URL, on stderr. */
        @Override
        List<String> settings(TelemetrySink sink, Path directory) {
            return List.of(
                    "-Dotel.traces.exporter=logging", "-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none");
        }
    },

    /** The newest that can be had; it fails by itself on 25. Of azure-core's requests it tells nothing, with us or without. */
    APPLICATION_INSIGHTS("com.microsoft.azure:applicationinsights-agent:3.5.3", 17) {
        @Override
        List<String> settings(TelemetrySink sink, Path directory) {
            return List.of(
                    "-Dapplicationinsights.connection.string=InstrumentationKey=00000000-0000-4000-8000-000000000003"
                            + ";IngestionEndpoint=" + sink.url() + ";LiveEndpoint=" + sink.url(),
                    "-Dapplicationinsights.configuration.file=" + directory.resolve("applicationinsights.json"),
                    "-Djava.io.tmpdir=" + directory); // what it could not send it would keep there
        }

        @Override
        String configuration() {
            return """
                    {"sampling": {"percentage": 100},
                     "selfDiagnostics": {"destination": "console", "level": "WARN"},
                     "preview": {"liveMetrics": {"enabled": false}, "statsbeat": {"disabled": true}}}
                    """;
        }

        @Override
        List<String> tellsOf() {
            return List.of("/http-url-connection", "/java-net-http");
        }
    },

    /** It starts a process when it starts, and speaks to its server by HttpURLConnection. */
    ELASTIC("co.elastic.apm:elastic-apm-agent:1.55.1", 25) {
        @Override
        List<String> settings(TelemetrySink sink, Path directory) {
            return List.of(
                    "-Delastic.apm.server_url=" + sink.url(),
                    "-Delastic.apm.cloud_provider=NONE",
                    "-Delastic.apm.central_config=false",
                    "-Delastic.apm.span_compression_enabled=false",
                    // Requests are told of as part of a transaction only.
                    "-Delastic.apm.trace_methods=dev.partnerattribution.wire.program.EveryRouteProgram#work",
                    "-Delastic.apm.log_level=WARN");
        }
    },

    /** Writes down which classes ran, at the end. */
    JACOCO("org.jacoco:org.jacoco.agent:jar:runtime:0.8.15", 25) {
        @Override
        List<String> settings(TelemetrySink sink, Path directory) {
            return List.of();
        }

        @Override
        String options(Path directory) {
            return "=destfile=" + directory.resolve("jacoco.exec");
        }

        @Override
        List<String> tellsOf() {
            return List.of("dev/partnerattribution/wire/program/EveryRouteProgram");
        }
    };

    private final String coordinates;
    private final int newestJdk;

    OtherAgent(String coordinates, int newestJdk) {
        this.coordinates = coordinates;
        this.newestJdk = newestJdk;
    }

    /** System properties that it heeds. */
    abstract List<String> settings(TelemetrySink sink, Path directory);

    /** What follows its jar. */
    String options(Path directory) {
        return "";
    }

    /** What is to stand in the file {@code applicationinsights.json}. */
    String configuration() {
        return "";
    }

    /** What it says, prints or writes when it works, such as the end of each URL that was requested. */
    List<String> tellsOf() {
        return List.of("/azure-core", "/http-url-connection", "/java-net-http");
    }

    /** Without what it needs beside it: it is complete in itself. */
    Path jar() {
        return Libraries.of(coordinates).get(0);
    }

    /** Whether it works at all on a JDK of this version. */
    boolean runsOn(int jdk) {
        return jdk <= newestJdk;
    }
}
