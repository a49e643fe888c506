package dev.partnerattribution.templates;

import java.util.Locale;

/** The part of a {@code $schema} that says what kind of file it is: its last segment, in lower case. */
final class SchemaName {
    private SchemaName() {}

    static String of(String schema) {
        String url = schema.trim().toLowerCase(Locale.ROOT);
        int end = url.indexOf('#') < 0 ? url.length() : url.indexOf('#');
        return url.substring(url.lastIndexOf('/', end - 1) + 1, end);
    }
}
