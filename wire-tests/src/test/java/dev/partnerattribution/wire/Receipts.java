package dev.partnerattribution.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partnerattribution.testkit.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.Stream;

/** What stands in a file of receipts. */
public final class Receipts extends AbstractList<JsonNode> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> lines;

    private Receipts(List<JsonNode> lines) {
        this.lines = lines;
    }

    /** Of a file, each line of which is JSON. */
    public static Receipts in(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return new Receipts(lines.map(Receipts::json).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of receipts in a folder. */
    public static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    /** Those of a kind. */
    public Receipts kind(String kind) {
        return new Receipts(lines.stream()
                .filter(line -> line.path("kind").asText().equals(kind))
                .toList());
    }

    /** What the server can know too of each request: method, host, status and the pid, in one line. */
    public List<String> seen() {
        return kind("request").stream()
                .map(line -> String.join(
                        " ",
                        line.path("method").asText(),
                        line.path("host").asText(),
                        line.path("status").asText("-"),
                        hasPid(line) ? line.path("trackingId").asText() : "-"))
                .toList();
    }

    private static boolean hasPid(JsonNode line) {
        return line.path("pid").asText().equals("stamped")
                || line.path("pid").asText().equals("present");
    }

    /** The same of what the server saw. */
    public static List<String> seenBy(List<RecordedRequest> requests) {
        return requests.stream()
                .map(request -> String.join(
                        " ",
                        request.method(),
                        request.host(),
                        Integer.toString(request.status()),
                        request.userAgents().toString().contains(Way.TOKEN) ? Way.TOKEN : "-"))
                .toList();
    }

    @Override
    public JsonNode get(int index) {
        return lines.get(index);
    }

    @Override
    public int size() {
        return lines.size();
    }
}
