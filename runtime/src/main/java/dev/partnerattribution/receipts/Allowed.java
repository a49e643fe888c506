package dev.partnerattribution.receipts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may be written down: only what has the form of what it should be. So a key or a token that a program put in a wrong
 * place is not kept.
 */
final class Allowed {
    private static final Pattern METHOD = Pattern.compile("[A-Za-z]{1,16}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,253}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.-]{1,40}");
    private static final String API_VERSION = "api-version=";

    private Allowed() {}

    static String method(String method) {
        return METHOD.matcher(method).matches() ? method : "?";
    }

    static String host(String host) {
        return HOST.matcher(host).matches() ? host.toLowerCase(Locale.ROOT) : "?";
    }

    /** Of a resource provider, a resource type or an action. */
    static @Nullable String name(String segment) {
        return NAME.matcher(segment).matches() ? segment : null;
    }

    static @Nullable String id(@Nullable String id) {
        return id != null && ID.matcher(id).matches() ? id : null;
    }

    /** The one value of a query that is kept. */
    static @Nullable String apiVersion(@Nullable String query) {
        if (query != null) {
            for (String parameter : query.split("&", -1)) {
                if (parameter.regionMatches(true, 0, API_VERSION, 0, API_VERSION.length())) {
                    String version = parameter.substring(API_VERSION.length());
                    return VERSION.matcher(version).matches() ? version : null;
                }
            }
        }
        return null;
    }
}
