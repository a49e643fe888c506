package dev.partnerattribution.cli.report.receipts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one JSON object that are texts, whole numbers, or lists of texts. One is read after the other into the
 * same, by one thread.
 */
public final class Properties {
    /** Bytes; a thousand times what a receipt has. */
    public static final int LONGEST_LINE = 1 << 20;

    /** Characters of a text that are kept: one more than is shown of one, so that it shows as cut. */
    static final int LONGEST_TEXT = 301;

    /** More digits than any number of a receipt has; a browser holds as many. */
    static final int MOST_DIGITS = 15;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1," + MOST_DIGITS + "}");
    private static final int FIELDS = Field.values().length;
    private static final long NONE = -1;
    private static final long NOT_WHOLE = -2;

    /** Names are not remembered from line to line, so that hostile ones fill no table; numbers are not even converted. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(LONGEST_LINE)
                    .build())
            .build();

    private final @Nullable String[] texts = new String[FIELDS];
    private final long[] numbers = new long[FIELDS];

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final @Nullable List<String>[] lists = new List[FIELDS];

    private final PlainLine plain = new PlainLine(this);

    /**
     * Reads a line in place of the one before.
     *
     * @throws MalformedReceiptException if it is no JSON object, alone
     */
    public void read(byte[] bytes, int from, int to) throws MalformedReceiptException {
        clear();
        if (!plain.read(bytes, from, to)) {
            clear();
            readAny(bytes, from, to);
        }
    }

    private void clear() {
        Arrays.fill(texts, null);
        Arrays.fill(numbers, NONE);
        Arrays.fill(lists, null);
    }

    private void readAny(byte[] bytes, int from, int to) throws MalformedReceiptException {
        try (JsonParser json = FACTORY.createParser(bytes, from, to - from)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedReceiptException("it is no JSON object");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                @Nullable Field field = Field.of(json.currentName());
                read(field, json.nextToken(), json);
            }
            if (json.nextToken() != null) {
                throw new MalformedReceiptException("something follows the JSON object");
            }
        } catch (IOException malformed) {
            throw new MalformedReceiptException("it is not JSON");
        }
    }

    private void read(@Nullable Field field, JsonToken token, JsonParser json) throws IOException {
        if (field == null) {
            json.skipChildren();
            return;
        }
        switch (token) {
            case VALUE_STRING -> put(field, cut(json.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> put(field, number(json.getText()));
            case START_ARRAY -> put(field, texts(json));
            default -> json.skipChildren();
        }
    }

    private static long number(String digits) {
        return NUMBER.matcher(digits).matches() ? Long.parseLong(digits) : NOT_WHOLE;
    }

    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                texts.add(cut(json.getText()));
            }
            json.skipChildren();
        }
        return List.copyOf(texts);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    void put(Field field, String text) {
        texts[field.index()] = text;
        numbers[field.index()] = NOT_WHOLE;
    }

    void put(Field field, long number) {
        numbers[field.index()] = number;
    }

    void put(Field field, List<String> list) {
        lists[field.index()] = list;
    }

    /** Empty where there is none. */
    public String text(Field field) {
        @Nullable String text = texts[field.index()];
        return text == null ? "" : text;
    }

    /**
     * Returns a text that must be there.
     *
     * @throws MalformedReceiptException if there is none, or an empty one
     */
    public String required(Field field) throws MalformedReceiptException {
        String text = text(field);
        if (text.isEmpty()) {
            throw new MalformedReceiptException("it has no " + field);
        }
        return text;
    }

    /** Empty where there is none. */
    public List<String> list(Field field) {
        @Nullable List<String> list = lists[field.index()];
        return list == null ? List.of() : list;
    }

    public boolean hasNumber(Field field) {
        return numbers[field.index()] != NONE;
    }

    /**
     * Returns a whole number.
     *
     * @throws MalformedReceiptException if there is none from {@code least} on
     */
    public long number(Field field, long least) throws MalformedReceiptException {
        long number = numbers[field.index()];
        if (number == NONE) {
            throw new MalformedReceiptException("it has no " + field);
        }
        if (number < least) {
            throw new MalformedReceiptException(field + " is no whole number from " + least + " on");
        }
        return number;
    }
}
