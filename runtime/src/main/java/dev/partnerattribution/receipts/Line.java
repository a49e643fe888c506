package dev.partnerattribution.receipts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line of JSON, in ASCII: a reader in any encoding reads the same. */
final class Line {
    private static final char FIRST_BEYOND_ASCII = 0x7f;

    private final StringBuilder text;
    private boolean empty = true;

    /** Written at the end of what is there. */
    Line(StringBuilder text) {
        this.text = text.append('{');
    }

    /** Nothing is written for null. */
    Line text(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            quoted(value);
        }
        return this;
    }

    Line number(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    Line texts(String name, Iterable<String> values) {
        name(name);
        char before = '[';
        for (String value : values) {
            text.append(before);
            quoted(value);
            before = ',';
        }
        text.append(before == '[' ? "[]" : "]");
        return this;
    }

    void end() {
        text.append("}\n");
    }

    private void name(String name) {
        text.append(empty ? "\"" : ",\"").append(name).append("\":");
        empty = false;
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c >= FIRST_BEYOND_ASCII) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
