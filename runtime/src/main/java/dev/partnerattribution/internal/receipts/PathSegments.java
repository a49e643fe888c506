package dev.partnerattribution.internal.receipts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The segments of a URL's path as a server understands them: several slashes are one, a backslash is one too, dots lead back,
 * and what is percent-encoded is decoded, a slash within a segment included.
 */
final class PathSegments {
    private PathSegments() {}

    static List<String> of(String path) {
        List<String> segments = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/' || path.charAt(i) == '\\') {
                add(segments, path.substring(start, i));
                start = i + 1;
            }
        }
        return segments;
    }

    private static void add(List<String> segments, String encoded) {
        String segment = encoded.indexOf('%') < 0 ? encoded : decoded(encoded);
        if (segment.equals("..")) {
            if (!segments.isEmpty()) {
                segments.remove(segments.size() - 1);
            }
        } else if (!segment.isEmpty() && !segment.equals(".")) {
            segments.add(segment);
        }
    }

    /** What is no encoding stays as it is. */
    private static String decoded(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                bytes[length++] = bytes[i];
            } else {
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
