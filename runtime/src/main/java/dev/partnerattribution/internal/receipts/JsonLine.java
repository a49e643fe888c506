package dev.partnerattribution.internal.receipts;

import org.jspecify.annotations.Nullable;

/** One line of JSON, in ASCII: a reader in any encoding reads the same. */
final class JsonLine {
    private static final char FIRST_BEYOND_ASCII = 0x7f;
    private static final String HEXADECIMAL = "0123456789abcdef";

    private final AsciiBuffer text;
    private boolean empty = true;

    /** Written at the end of what is there. */
    JsonLine(AsciiBuffer text) {
        this.text = text;
        text.append('{');
    }

    /** Nothing is written for null. */
    JsonLine text(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            quoted(value);
        }
        return this;
    }

    JsonLine number(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    /** Nothing is written for false. */
    JsonLine flag(String name, boolean value) {
        if (value) {
            name(name);
            text.append("true");
        }
        return this;
    }

    JsonLine texts(String name, Iterable<String> values) {
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
        text.append('}');
        text.endLine();
    }

    private void name(String name) {
        text.append(empty ? "\"" : ",\"");
        text.append(name);
        text.append("\":");
        empty = false;
    }

    private void quoted(String value) {
        text.append('"');
        if (isPlain(value)) {
            text.append(value);
        } else {
            escaped(value);
        }
        text.append('"');
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= FIRST_BEYOND_ASCII || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= FIRST_BEYOND_ASCII) {
                text.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    text.append(HEXADECIMAL.charAt(c >> shift & 0xf));
                }
            } else {
                if (c == '"' || c == '\\') {
                    text.append('\\');
                }
                text.append(c);
            }
        }
    }
}
