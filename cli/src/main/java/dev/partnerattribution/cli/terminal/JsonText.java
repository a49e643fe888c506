package dev.partnerattribution.cli.terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON as all commands print it: in ASCII whatever the terminal makes of other characters. */
public final class JsonText {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Of every command; one of which a property changes its meaning gets a number of its own then. */
    private static final int SCHEMA_VERSION = 1;

    private JsonText() {}

    /** An object for a program that calls a command: the version of its schema, and these properties, indented. */
    public static String document(Content properties) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return text(
                object(properties),
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    }

    /** The same in one line, for a file of many. */
    public static String documentLine(Content properties) {
        return line(object(properties));
    }

    private static Content object(Content properties) {
        return json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            properties.writeTo(json);
            json.writeEndObject();
        };
    }

    /** What the content writes, in one line, with a line feed at its end. */
    public static String line(Content content) {
        return text(content, new MinimalPrettyPrinter());
    }

    /** Writes a list of texts as a property. */
    public static void texts(JsonGenerator json, String name, Iterable<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static String text(Content content, PrettyPrinter printer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(printer);
            content.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    /** Writes one value, or the properties of an object. */
    public interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
