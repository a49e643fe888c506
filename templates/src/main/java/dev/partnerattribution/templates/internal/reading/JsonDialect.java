package dev.partnerattribution.templates.internal.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.partnerattribution.templates.Template;
import java.io.IOException;

/** JSON as Azure Resource Manager takes it: with comments, line breaks in strings, and a comma after the last element. */
public final class JsonDialect {
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(JsonReader.MAX_DEPTH)
            .maxStringLength(Template.MAX_BYTES)
            .maxNameLength(Template.MAX_BYTES)
            .build();

    private JsonDialect() {}

    /**
     * Of a factory of its own: a factory remembers field names, and the files of strangers have many. They can't but be
     * remembered: otherwise jackson reads characters in place of bytes, and has no offsets of bytes.
     */
    public static JsonParser parser(Source source) throws IOException {
        int from = source.start();
        return JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .streamReadConstraints(LIMITS)
                .build()
                .createParser(source.bytes(), from, source.length() - from);
    }
}
