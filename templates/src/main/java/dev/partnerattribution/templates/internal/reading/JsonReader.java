package dev.partnerattribution.templates.internal.reading;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON as Azure Resource Manager does, and keeps where everything stands. */
public final class JsonReader {
    /** Deeper than any template that was seen by far; also what keeps the stack safe. */
    public static final int MAX_DEPTH = 300;

    private final Source source;
    private final JsonParser parser;
    private final List<Comment> comments = new ArrayList<>();
    private int lastEnd;

    private JsonReader(Source source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
        this.lastEnd = source.start();
    }

    /** The only value of the file, and its comments. */
    public record Json(Node root, List<Comment> comments) {}

    public static Json read(Source source) throws UnreadableException {
        try (JsonParser parser = JsonDialect.parser(source)) {
            return new JsonReader(source, parser).read();
        } catch (IOException impossible) {
            // Nothing is read but an array. Some of jackson's checks of characters have this type, and no place.
            throw new UnreadableException(source.start(), "it is not JSON: a character can't stand where it does");
        }
    }

    private Json read() throws IOException, UnreadableException {
        try {
            return whole();
        } catch (JsonProcessingException malformed) {
            JsonLocation place = malformed.getLocation() == null ? parser.currentLocation() : malformed.getLocation();
            int offset = Math.min(source.length(), offset(place));
            throw new UnreadableException(
                    offset, "it is not JSON: " + JsonFault.of(String.valueOf(malformed.getOriginalMessage())));
        }
    }

    /** The parser counts from where it was told to start. */
    private int offset(JsonLocation place) {
        return source.start() + (int) place.getByteOffset();
    }

    private Json whole() throws IOException, UnreadableException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new UnreadableException(source.start(), "it holds nothing");
        }
        Node root = value(first);
        if (parser.nextToken() != null) {
            throw new UnreadableException(start(), "it is not JSON: something follows the end of the template");
        }
        commentsBefore(source.length());
        return new Json(root, List.copyOf(comments));
    }

    private Node value(JsonToken token) throws IOException {
        int start = start();
        commentsBefore(start);
        return switch (token) {
            case START_OBJECT -> object(start);
            case START_ARRAY -> array(start);
            case VALUE_STRING -> string(start);
            default -> new Node.Other(start, ended(start + parser.getTextLength()));
        };
    }

    /** The text first: only then has the parser been at the closing quote. */
    private Node string(int start) throws IOException {
        String text = parser.getText();
        return new Node.Text(start, ended(stringEnd(start)), text);
    }

    private Node object(int start) throws IOException {
        lastEnd = start + 1;
        List<Node.Field> fields = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int nameStart = start();
            commentsBefore(nameStart);
            String name = parser.currentName();
            int nameEnd = ended(stringEnd(nameStart));
            fields.add(new Node.Field(name, nameStart, nameEnd, value(parser.nextToken())));
        }
        return new Node.Fields(start, closed(), fields);
    }

    private Node array(int start) throws IOException {
        lastEnd = start + 1;
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return new Node.Items(start, closed(), items);
    }

    private int closed() {
        int bracket = start();
        commentsBefore(bracket);
        return ended(bracket + 1);
    }

    private int start() {
        return offset(parser.currentTokenLocation());
    }

    private int ended(int end) {
        lastEnd = end;
        return end;
    }

    /** The parser has found the closing quote, so it is there. */
    private int stringEnd(int start) {
        int i = start + 1;
        while (source.at(i) != '"') {
            i += source.at(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    /** Between two tokens stand only blanks, a colon or comma, and comments. */
    private void commentsBefore(int end) {
        for (int i = lastEnd; i < end; i++) {
            if (source.at(i) == '/') {
                int after = JsonGap.commentEnd(source, i);
                comments.add(new Comment(i, after));
                i = after - 1;
            }
        }
    }
}
