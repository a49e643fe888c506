package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jar's command emulate while it runs, what it says of how to reach it, and a shell for those who reach it so. */
final class Emulated implements AutoCloseable {
    static final String SUBSCRIPTION = "00000000-0000-4000-8000-000000000001";

    private final Path folder;
    private final Process server;
    private final Path output;
    private final String introduction;

    private Emulated(Path folder, Process server, Path output, String introduction) {
        this.folder = folder;
        this.server = server;
        this.output = output;
        this.introduction = introduction;
    }

    /** Starts it, with its files and those of the shell in this folder. */
    static Emulated in(Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("requests.jsonl");
        Path said = folder.resolve("introduction");
        Process server = new ProcessBuilder(new Jar().command("emulate", "--json"))
                .redirectOutput(output.toFile())
                .redirectError(said.toFile())
                .start();
        while (!Files.readString(said).contains("Each request is shown")) {
            assertThat(server.isAlive()).as(Files.readString(said)).isTrue();
            Thread.sleep(50);
        }
        return new Emulated(folder, server, output, Files.readString(said));
    }

    URI plainEndpoint() {
        return URI.create(introduction.replaceAll("(?s).*(http://localhost:\\d+/).*", "$1"));
    }

    String certificate() {
        return introduction.replaceAll("(?s).*\ncertificate +(\\S+)\n.*", "$1");
    }

    String endpoint() {
        return introduction.replaceAll("(?s).*?\nendpoint +(\\S+).*", "$1");
    }

    /** The lines that emulate tells a user of this tool to enter. */
    String exports(String tool) {
        Matcher block = Pattern.compile("(?m)^" + tool + ".*:\n((?:  .*\n)+)").matcher(introduction);
        assertThat(block.find()).as(introduction).isTrue();
        StringBuilder exports = new StringBuilder();
        block.group(1)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("export "))
                .forEach(line -> exports.append(line).append('\n'));
        return exports.toString();
    }

    /** In an environment that leads nowhere else. */
    String bash(String script, int exitCode) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AZURE_") || name.startsWith("ARM_"));
        for (String proxy : List.of("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")) {
            environment.put(proxy, "http://127.0.0.1:9");
        }
        environment.put("NO_PROXY", "localhost");
        environment.put("no_proxy", "localhost");
        environment.put("HOME", folder.toString());
        environment.put("LC_ALL", "C.UTF-8");
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isEqualTo(exitCode);
        return printed;
    }

    List<String> userAgents() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> userAgents = new ArrayList<>();
        for (String line : Files.readAllLines(output)) {
            JsonNode request = json.readTree(line);
            if (request.has("userAgents")) {
                userAgents.add(request.path("userAgents").path(0).asText());
            }
        }
        return userAgents;
    }

    /** Ends it, and does not wait: the next one takes another port. */
    @Override
    public void close() {
        server.destroy();
    }
}
