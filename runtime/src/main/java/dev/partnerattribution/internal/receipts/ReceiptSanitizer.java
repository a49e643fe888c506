package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.TrackingId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What may be written down, and what is kept in memory until then: only what has the form of what it should be. So a key or a
 * token that a program put in a wrong place is not kept, and nothing that is too long.
 */
final class ReceiptSanitizer {
    private static final int LONGEST_METHOD = 16;
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ID = 128;
    private static final int LONGEST_VERSION = 40;

    /** An ID is of ASCII, of which a character is a byte. */
    static final int MOST_BYTES_OF_ID = 40 + LONGEST_ID;

    private static final int LONGEST_CLASS_NAME = 256;

    /** More than any resource's path has. */
    private static final int LONGEST_PATH = 4096;

    private static final int LONGEST_QUERY = 256;
    private static final int LONGEST_USER_AGENT = 1024;
    private static final String API_VERSION = "api-version=";

    /** The form of a version; what follows is told apart by a dash or a dot, such as {@code -preview}. */
    private static final String DATE = "dddd-dd-dd";

    private ReceiptSanitizer() {}

    static String method(String method) {
        return isAll(method, LONGEST_METHOD, "") && hasNoDigit(method) ? method : "?";
    }

    static String host(String host) {
        return isAll(host, LONGEST_HOST, "._:[]-") ? host.toLowerCase(Locale.ROOT) : "?";
    }

    /** Of a resource type or an action: letters and digits, a letter first. */
    static @Nullable String word(String segment) {
        return isAll(segment, LONGEST_NAME, "") && isLetter(segment.charAt(0)) ? segment : null;
    }

    /** Of a resource provider: words with a dot between them, such as {@code Microsoft.Compute}. */
    static @Nullable String provider(String segment) {
        boolean formed = isAll(segment, LONGEST_NAME, ".")
                && segment.indexOf('.') > 0
                && !segment.contains("..")
                && !segment.endsWith(".");
        return formed && isLetter(segment.charAt(segment.length() - 1)) ? segment : null;
    }

    /** Allocates nothing. */
    static @Nullable String id(@Nullable String id) {
        return id != null && isAll(id, LONGEST_ID, "._:-") ? id : null;
    }

    /** Of what was thrown, or of its class. */
    static @Nullable String failure(@Nullable Object thrown) {
        if (thrown == null) {
            return null;
        }
        return className((thrown instanceof Class ? (Class<?>) thrown : thrown.getClass()).getName());
    }

    static @Nullable String className(@Nullable String name) {
        return name == null || name.length() <= LONGEST_CLASS_NAME ? name : name.substring(0, LONGEST_CLASS_NAME);
    }

    /** The one value of a query that is kept. */
    static @Nullable String apiVersion(@Nullable String query) {
        for (int from = 0; query != null && from < query.length(); ) {
            int found = query.indexOf('&', from);
            int to = found < 0 ? query.length() : found;
            if (query.regionMatches(true, from, API_VERSION, 0, API_VERSION.length())) {
                return version(query.substring(Math.min(to, from + API_VERSION.length()), to));
            }
            from = to + 1;
        }
        return null;
    }

    private static @Nullable String version(String version) {
        boolean dated = version.length() >= DATE.length() && isAll(version, LONGEST_VERSION, ".-");
        for (int i = 0; dated && i < DATE.length(); i++) {
            char c = version.charAt(i);
            dated = DATE.charAt(i) == 'd' ? isDigit(c) : c == '-';
        }
        boolean ends = dated && version.length() == DATE.length();
        return ends || (dated && ".-".indexOf(version.charAt(DATE.length())) >= 0) ? version : null;
    }

    /** What is kept of a method until it is written. */
    static String keptMethod(String method) {
        return method.length() <= LONGEST_METHOD ? method : "?";
    }

    /** The same path, or what stands for one that is no resource's and tells it from others. */
    static @Nullable String keptPath(@Nullable String path) {
        return path == null || path.length() <= LONGEST_PATH ? path : digest(path);
    }

    /** The same query, or what is written of it. */
    static @Nullable String keptQuery(@Nullable String query) {
        if (query == null || query.length() <= LONGEST_QUERY) {
            return query;
        }
        String version = apiVersion(query);
        return version == null ? null : API_VERSION + version;
    }

    /** The same User-Agent, or the tracking ID in it and what tells it from others. */
    static @Nullable String keptUserAgent(@Nullable String userAgent) {
        if (userAgent == null || userAgent.length() <= LONGEST_USER_AGENT) {
            return userAgent;
        }
        String id = TrackingId.firstIn(userAgent);
        return id == null ? digest(userAgent) : digest(userAgent) + ' ' + id;
    }

    private static String digest(String text) {
        return "?" + text.length() + "." + text.hashCode();
    }

    /** Whether it is of letters and digits of ASCII and of these characters, and neither empty nor longer. */
    private static boolean isAll(String text, int longest, String others) {
        if (text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !isDigit(c) && others.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNoDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
