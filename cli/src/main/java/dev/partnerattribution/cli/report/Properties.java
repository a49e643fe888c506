package dev.partnerattribution.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The properties of one JSON object that are texts, whole numbers, or lists of texts. All others are none of ours. */
final class Properties {
    /** More digits than any number of a receipt has; a browser holds as many. */
    private static final int MOST_DIGITS = 15;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1," + MOST_DIGITS + "}");

    /** Names are not remembered from line to line, so that hostile ones fill no table; numbers are not even converted. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Lines.LONGEST)
                    .build())
            .build();

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();

    private Properties() {}

    static Properties of(byte[] line) throws MalformedReceiptException {
        try (JsonParser json = FACTORY.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedReceiptException("it is no JSON object");
            }
            Properties properties = new Properties();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                properties.read(name, json.nextToken(), json);
            }
            if (json.nextToken() != null) {
                throw new MalformedReceiptException("something follows the JSON object");
            }
            return properties;
        } catch (IOException malformed) {
            throw new MalformedReceiptException("it is not JSON");
        }
    }

    private void read(String name, JsonToken token, JsonParser json) throws IOException {
        switch (token) {
            case VALUE_STRING -> texts.put(name, json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numbers.put(name, json.getText());
            case START_ARRAY -> lists.put(name, texts(json));
            default -> json.skipChildren();
        }
    }

    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                texts.add(json.getText());
            }
            json.skipChildren();
        }
        return List.copyOf(texts);
    }

    /** Empty where there is none. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    String required(String name) throws MalformedReceiptException {
        @Nullable String text = texts.get(name);
        if (text == null || text.isEmpty()) {
            throw new MalformedReceiptException("it has no " + name);
        }
        return text;
    }

    /** Empty where there is none. */
    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    boolean hasNumber(String name) {
        return numbers.containsKey(name);
    }

    /** A whole number from {@code least} on. */
    long number(String name, long least) throws MalformedReceiptException {
        @Nullable String digits = numbers.get(name);
        if (digits == null) {
            throw new MalformedReceiptException("it has no " + name);
        }
        if (!NUMBER.matcher(digits).matches() || Long.parseLong(digits) < least) {
            throw new MalformedReceiptException(name + " is no whole number from " + least + " on");
        }
        return Long.parseLong(digits);
    }
}
